package dev.storyloom.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.storyloom.story.condenser.model.ModelSettings;
import dev.storyloom.story.condenser.model.StandIn;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;

class CondenseCommandTest {

    @TempDir
    Path folder;

    private final StringWriter out = new StringWriter();
    private final StringWriter err = new StringWriter();
    private Path story;

    @BeforeEach
    void aStory() throws IOException {
        story = Files.writeString(folder.resolve("story.txt"), """
                Mai đi vào rừng.
                Đêm xuống, cô bé cầm chiếc đèn lồng đỏ.
                """);
    }

    private int run(String... arguments) {
        return new CommandLine(new CondenseCommand()).setOut(new PrintWriter(out)).setErr(new PrintWriter(err))
                .execute(arguments);
    }

    @Test
    void thePlanIsPrintedAsTheDesignsJson() throws IOException {
        int exit = run("--story", story.toString(), "--pages", "2", "--json", "--name", "Mai", "--class", "girl");

        JsonNode plan = new ObjectMapper().readTree(out.toString());
        assertThat(exit).isZero();
        assertThat(plan.fieldNames()).toIterable().containsExactly("title", "language", "scenes");
        assertThat(plan.at("/scenes/0").fieldNames()).toIterable().containsExactly("narration", "prompt", "style",
                "negative", "cast", "place", "time", "tokens", "dropped");
        assertThat(plan.at("/scenes/1/prompt").asText()).isEqualTo("a girl holding a red lantern in the forest at night");
    }

    @Test
    void aLanguageModelReadsTheStoryWhereItsServerIsNamed() throws IOException {
        String answer = """
                {"outfit":"","scenes":[{"page":1,"characters":[1],"others":[],"action":"looking for a way","place":"in a pine forest",
                "time":"evening","weather":"","mood":"","things":[]}]}""";
        try (StandIn model = new StandIn(question -> answer)) {
            String server = model.settings(ModelSettings.Kind.OPENAI, Duration.ofSeconds(20)).url().toString();
            int exit = run("--story", story.toString(), "--pages", "1", "--name", "Mai", "--class", "girl",
                    "--condenser", server, "--condenser-kind", "openai");

            assertThat(exit).isZero();
            assertThat(model.asked()).hasSize(1);
            assertThat(out.toString()).contains("a girl looking for a way in a pine forest");
        }
    }

    @Test
    void withoutAnAnswerTheRulesPlanStands() {
        int exit = run("--story", story.toString(), "--pages", "1", "--name", "Mai", "--class", "girl",
                "--condenser", "http://127.0.0.1:9", "--condenser-timeout", "2");

        assertThat(exit).isZero();
        assertThat(out.toString()).contains("a girl holding a red lantern");
    }

    @Test
    void aLanguageModelsAddressThatIsNoneIsOneClearLine() {
        assertThat(run("--story", story.toString(), "--condenser", "localhost")).isEqualTo(1);
        assertThat(err.toString()).hasLineCount(1).contains("--condenser");
    }

    @Test
    void thePlanIsPrintedForPeopleToo() {
        run("--story", story.toString(), "--name", "Mai", "--class", "girl");

        assertThat(out.toString()).contains("2 scenes", "Painter:  a girl", "On stage: Mai · forest · night");
    }

    @Test
    void aMissingStoryFileIsOneClearLine() {
        assertThat(run("--story", folder.resolve("none.txt").toString())).isEqualTo(1);
        assertThat(err.toString()).hasLineCount(1).contains("none.txt").contains("cannot be read");
    }

    @Test
    void anEmptyStoryIsOneClearLine() throws IOException {
        Files.writeString(story, "\u200b \n");

        assertThat(run("--story", story.toString())).isEqualTo(1);
        assertThat(err.toString()).hasLineCount(1);
    }

    @Test
    void aFileThatIsNotTextIsOneClearLine() throws IOException {
        Files.write(story, new byte[] {(byte) 0xff, (byte) 0xfe, (byte) 0x80});

        assertThat(run("--story", story.toString())).isEqualTo(1);
        assertThat(err.toString()).hasLineCount(1).contains("UTF-8");
    }

    @Test
    void aHugeFileIsTooLongAndNotRead() throws IOException {
        Files.write(story, new byte[2 << 20]);

        assertThat(run("--story", story.toString())).isEqualTo(1);
        assertThat(err.toString()).hasLineCount(1);
    }

    @Test
    void aModelFolderWithoutATokenizerIsOneClearLine() {
        assertThat(run("--story", story.toString(), "--model", folder.toString())).isEqualTo(1);
        assertThat(err.toString()).hasLineCount(1);
    }

    @Test
    void aWrongCommandLineExitsWithTwo() {
        assertThat(run("--pages", "4")).isEqualTo(2);
        assertThat(run("--story", story.toString(), "--pages", "-1")).isEqualTo(2);
        assertThat(run("--story", story.toString(), "--pages", "many")).isEqualTo(2);
        assertThat(run("--story", story.toString(), "--frobnicate")).isEqualTo(2);
    }
}
