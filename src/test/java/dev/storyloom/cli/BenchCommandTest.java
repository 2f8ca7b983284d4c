package dev.storyloom.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.storyloom.diffusion.Goldens;
import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class BenchCommandTest {
    private static final String UNET = Goldens.path("tiny-sdxl/unet").toString();

    @TempDir
    Path work;

    private final Terminal terminal = new Terminal();

    @Test
    void aUNetOfAConfigIsMeasuredWithoutAModel() throws IOException {
        JsonNode step = measure("step").path("rows").path(0);

        assertThat(step.path("task").asText()).isEqualTo("step");
        assertThat(step.path("median").asDouble()).isPositive();
    }

    @Test
    void aStartIsMeasuredBesideTheReadingOfItsFiles() throws IOException {
        JsonNode answer = measure("reading,start");

        assertThat(answer.path("rows").findValuesAsText("task")).containsExactly("reading", "start");
    }

    private JsonNode measure(String only) throws IOException {
        assertThat(terminal.run("bench", "--config", UNET, "--work", work.toString(), "--only", only, "--repetitions", "1",
                "--json")).as(terminal.err()).isZero();
        return new ObjectMapper().readTree(terminal.out());
    }
}
