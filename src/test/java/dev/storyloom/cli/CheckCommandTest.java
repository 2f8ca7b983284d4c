package dev.storyloom.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import dev.storyloom.diffusion.Goldens;
import dev.storyloom.diffusion.weights.SafetensorsFile;

class CheckCommandTest {

    @TempDir
    Path folder;

    private final StringWriter out = new StringWriter();
    private final StringWriter err = new StringWriter();

    @BeforeEach
    void inEnglish() {
        Locale.setDefault(Locale.ENGLISH);
    }

    @Test
    void aRowIsPrintedForEachItemWithItsLargestError() throws IOException {
        copy("schedulers/euler.safetensors");
        copy("schedulers/schedulers.json");
        copy("tiny-sdxl/model_index.json");
        copy("tiny-sdxl/scheduler/scheduler_config.json");
        Files.copy(Goldens.path("schedulers/euler.safetensors"), folder.resolve("schedulers/later.safetensors"));
        assertThat(run()).isZero();
        assertThat(out.toString()).containsPattern("ok {7}schedulers/euler.safetensors#n20 +[0-9.e-]+ \\(at most 5.0e-06\\)")
                .contains("schedulers/later.safetensors").contains("3 passed, 0 failed,");
    }

    @Test
    void aWrongNumberFailsTheCommand() throws IOException {
        Path file = copy("schedulers/euler.safetensors");
        copy("schedulers/schedulers.json");
        copy("tiny-sdxl/model_index.json");
        copy("tiny-sdxl/scheduler/scheduler_config.json");
        byte[] bytes = Files.readAllBytes(file);
        int dataStart = 8 + ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN).getInt(0);
        bytes[dataStart + (int) SafetensorsFile.open(file).tensors().get("n20.trajectory").end() - 1] ^= 64;
        Files.write(file, bytes);
        assertThat(run("--json")).isEqualTo(1);
        assertThat(out.toString()).contains("\"outcome\" : \"failed\"", "\"outcome\" : \"passed\"");
    }

    @Test
    void aMissingFolderIsOneClearLine() {
        folder = folder.resolve("none");
        assertThat(run()).isEqualTo(1);
        assertThat(err.toString()).startsWith("There is no folder").hasLineCount(1);
    }

    @Test
    void aMissingOptionIsAWrongCommandLine() {
        assertThat(execute("check")).isEqualTo(2);
    }

    private Path copy(String name) throws IOException {
        Path target = folder.resolve(name);
        Files.createDirectories(target.getParent());
        return Files.copy(Goldens.path(name), target);
    }

    private int run(String... more) {
        var arguments = new ArrayList<>(List.of("check", "--reference", folder.toString()));
        arguments.addAll(List.of(more));
        return execute(arguments.toArray(String[]::new));
    }

    private int execute(String... arguments) {
        return Storyloom.commandLine().setOut(new PrintWriter(out)).setErr(new PrintWriter(err)).execute(arguments);
    }
}
