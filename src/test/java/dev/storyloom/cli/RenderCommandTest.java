package dev.storyloom.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

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

    @Test
    void severalPicturesAreThoseOfTheSeedsThatFollow() throws IOException {
        Path out = folder.resolve("page.png");
        Path second = folder.resolve("second.png");

        assertThat(render(out, "--seed", "7", "--count", "2", "--scheduler", "euler-ancestral", "--json"))
                .as(terminal.err()).isZero();
        var images = new ObjectMapper().readTree(terminal.out()).path("images");
        assertThat(images.findValuesAsText("seed")).containsExactly("7", "8");
        assertThat(render(second, "--seed", "8", "--scheduler", "EULER_ANCESTRAL", "--quiet")).isZero();

        assertThat(out).doesNotExist();
        assertThat(folder.resolve("page-2.png")).hasSameBinaryContentAs(second);
    }

    @Test
    void aPictureCanBeStartedFromAndARefinerCanEndIt() throws IOException {
        Path first = folder.resolve("first.png");
        Path out = folder.resolve("again.png");

        assertThat(render(first, "--width", "96", "--quiet")).as(terminal.err()).isZero();
        assertThat(render(out, "--image", first.toString(), "--strength", "1",
                "--refiner", "src/test/resources/goldens/tiny-refiner", "--denoising-end", "0.5", "--clip-skip", "1",
                "--guidance-rescale", "0.7", "--tiled-vae", "--json"))
                .as(terminal.err()).isZero();

        assertThat(new ObjectMapper().readTree(terminal.out()).path("width").asInt()).isEqualTo(96);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {
        "--strength 0.5 | --strength goes with --image only.",
        "--denoising-end 0.5 | --denoising-end goes with --refiner only.",
        "--eta 1 | --eta goes with --scheduler ddim only.",
        "--guidance-rescale 2 | --guidance-rescale is 0 to 1, not 2.",
        "--count 0 | --count is 1 to 1000, not 0.",
        "--width 65 | A picture cannot be 65 by 64 pixels: both must be divisible by 8.",
        "--image nowhere.png | There is no file nowhere.png.",
        "--image x.png --strength 0.1 | --strength 0.1 leaves none of 2 steps to paint",
        "--refiner x --denoising-end 1 | --denoising-end lies between 0 and 1; 1.0 does not.",
    })
    void whatDoesNotGoTogetherIsSaidInOneLine(String options, String message) {
        assertThat(render(folder.resolve("page.png"), options.strip().split(" "))).isEqualTo(1);
        assertThat(terminal.err()).startsWith(message);
    }

    @Test
    void aSchedulerThatNobodyKnowsIsAWrongCommandLine() {
        assertThat(render(folder.resolve("page.png"), "--scheduler", "heun")).isEqualTo(2);
        assertThat(terminal.err()).contains("--scheduler cannot be \"heun\"");
    }
}
