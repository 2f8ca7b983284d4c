package dev.storyloom.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.storyloom.diffusion.weights.SafetensorsFile;
import java.io.IOException;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** On the tiny reference model, whose pictures are noise: what counts is which files come out. */
class MakeCommandTest {

    private static final Locale VIETNAMESE = Locale.forLanguageTag("vi");

    @TempDir
    Path folder;

    private final Terminal terminal = new Terminal();

    private int make(Locale locale, String... more) {
        var arguments = new ArrayList<>(List.of("make", "--model", tinyModel(), "--threads", "1",
                "--train-steps", "2", "--class-images", "0", "--batch", "1", "--rank", "2", "--steps", "2"));
        arguments.addAll(List.of(more));
        return terminal.run(locale, arguments.toArray(String[]::new));
    }

    static String tinyModel() {
        try {
            return Path.of(MakeCommandTest.class.getResource("/goldens/tiny-sdxl").toURI()).toString();
        } catch (URISyntaxException e) {
            throw new IllegalStateException(e);
        }
    }

    private static List<String> names(Path folder) throws IOException {
        try (var files = Files.list(folder)) {
            return files.map(file -> file.getFileName().toString()).sorted().toList();
        }
    }

    @Test
    void theSampleBecomesABookToReadFromAFolder() throws IOException {
        Path out = folder.resolve("book");

        assertThat(make(VIETNAMESE, "--sample", "--out", out.toString())).as(terminal.err()).isZero();

        assertThat(names(folder)).containsExactly("book");
        assertThat(names(out)).containsExactly("book.json", "character.safetensors", "index.html", "page-01.png",
                "page-02.png", "page-03.png", "page-04.png", "page-05.png", "page-06.png");
        JsonNode book = new ObjectMapper().readTree(out.resolve("book.json").toFile());
        assertThat(book.fieldNames()).toIterable()
                .containsExactly("title", "language", "character", "model", "seed", "pages");
        assertThat(book.at("/pages/0").fieldNames()).toIterable()
                .containsExactly("narration", "prompt", "negative", "image", "seed", "steps");
        assertThat(book.path("language").asText()).isEqualTo("vi");
        assertThat(book.at("/pages/0/prompt").asText()).contains("sks fox");
        String page = Files.readString(out.resolve("index.html"));
        assertThat(page).contains("lang=\"vi\"", "src=\"page-06.png\"", "Mít").doesNotContain("{{", "http");
        assertThat(SafetensorsFile.open(out.resolve("character.safetensors")).tensors().keySet())
                .anyMatch(key -> key.startsWith("unet.") && key.endsWith("to_q.lora.down.weight"));
    }

    @Test
    void anEmptyStoryIsRefusedBeforeAnyTraining() throws IOException {
        Path story = Files.writeString(folder.resolve("story.txt"), "  \n");
        Path photos = photos(3);
        Path out = folder.resolve("book");

        int exit = make(VIETNAMESE, "--photos", photos.toString(), "--name", "Mai", "--class", "girl", "--story",
                story.toString(), "--out", out.toString());

        assertThat(exit).isEqualTo(1);
        assertThat(terminal.err()).hasLineCount(1);
        assertThat(names(folder)).containsExactly("photos", "story.txt");
    }

    @Test
    void onePhotoIsTooFewAndAFileThatIsNoPhotoIsNamed() throws IOException {
        Path story = Files.writeString(folder.resolve("story.txt"), "Mai goes home.");
        Path photos = photos(1);
        String[] rest = {"--photos", photos.toString(), "--name", "Mai", "--class", "girl", "--story",
            story.toString(), "--out", folder.resolve("book").toString()};

        assertThat(make(Locale.ENGLISH, rest)).isEqualTo(1);
        assertThat(terminal.err()).startsWith("Training needs at least 3 different photos");
        Files.writeString(photos.resolve("notes.jpg"), "not a picture");
        assertThat(make(Locale.ENGLISH, rest)).isEqualTo(1);
        assertThat(terminal.err()).startsWith("notes.jpg: This is not a photo we can read.");
    }

    @Test
    void aFolderWithOtherThingsIsLeftAlone() throws IOException {
        Path out = Files.createDirectory(folder.resolve("holiday"));
        Files.writeString(out.resolve("letter.txt"), "Dear all");

        assertThat(make(Locale.ENGLISH, "--sample", "--out", out.toString())).isEqualTo(1);
        assertThat(terminal.err()).contains("holds other things than a book");
        assertThat(names(out)).containsExactly("letter.txt");
    }

    private Path photos(int count) throws IOException {
        Path photos = Files.createDirectory(folder.resolve("photos"));
        List<String> sample = List.of("mit-1-carpet.jpg", "mit-2-sofa.jpg", "mit-3-grass.jpg");
        for (String name : sample.subList(0, count)) {
            try (var in = MakeCommandTest.class.getResourceAsStream("/sample/photos/" + name)) {
                Files.copy(in, photos.resolve(name));
            }
        }
        return photos;
    }
}
