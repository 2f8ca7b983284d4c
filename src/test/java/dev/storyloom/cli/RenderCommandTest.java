package dev.storyloom.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RenderCommandTest {

    @TempDir
    Path folder;

    private final Terminal terminal = new Terminal();

    private int render(Path out, String... more) {
        String[] first = {"render", "--model", MakeCommandTest.tinyModel(), "--threads", "1", "--prompt",
            "a fox in the forest", "--steps", "2", "--out", out.toString()};
        String[] all = Arrays.copyOf(first, first.length + more.length);
        System.arraycopy(more, 0, all, first.length, more.length);
        return terminal.run(all);
    }

    @Test
    void theSameSeedPaintsTheSameBytesAndProgramsGetJson() throws IOException {
        Path one = folder.resolve("one.png");
        Path two = folder.resolve("two.png");

        assertThat(render(one, "--seed", "7", "--json")).as(terminal.err()).isZero();
        var answer = new ObjectMapper().readTree(terminal.out());
        assertThat(render(two, "--seed", "7", "--quiet")).isZero();

        assertThat(terminal.out()).isEmpty();
        assertThat(answer.path("width").asInt()).isEqualTo(64);
        assertThat(answer.path("seed").asLong()).isEqualTo(7);
        assertThat(one).hasSameBinaryContentAs(two);
    }

    @Test
    void aLoraThatIsNotThereLeavesNoPictureBehind() throws IOException {
        Path out = folder.resolve("page.png");

        assertThat(render(out, "--lora", folder.resolve("none.safetensors") + ":0.5")).isEqualTo(1);
        assertThat(terminal.err()).contains("none.safetensors");
        try (var files = Files.list(folder)) {
            assertThat(files).isEmpty();
        }
    }
}
