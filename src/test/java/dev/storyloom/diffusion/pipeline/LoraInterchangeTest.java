package dev.storyloom.diffusion.pipeline;

import static org.assertj.core.api.Assertions.assertThat;

import dev.storyloom.diffusion.Goldens;
import dev.storyloom.diffusion.lora.LoraFile;
import dev.storyloom.diffusion.lora.LoraNames;
import dev.storyloom.diffusion.lora.LoraTargets;
import dev.storyloom.diffusion.tensor.Torch;
import dev.storyloom.diffusion.weights.ModelFolder;
import dev.storyloom.diffusion.weights.SafetensorsFile;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** LoRA files that other programs wrote paint what diffusers paints with them. */
class LoraInterchangeTest {
    private static final Path FOLDER = Path.of("src/test/resources/lora");
    private static final Path PEFT = FOLDER.resolve("peft/adapter_model.safetensors");
    private static final Path DORA = FOLDER.resolve("diffusers_dora.safetensors");
    private static final Path PLAIN = FOLDER.resolve("diffusers_plain.safetensors");

    private static final Path CONVOLUTIONS = FOLDER.resolve("diffusers_convolutions.safetensors");

    private static final SafetensorsFile LATENTS = SafetensorsFile.open(FOLDER.resolve("latents.safetensors"));
    private static StableDiffusionXl sdxl;

    @BeforeAll
    static void load() {
        Torch.setThreads(1);
        sdxl = StableDiffusionXl.load(Goldens.tinySdxl());
    }

    @AfterAll
    static void close() {
        sdxl.close();
    }

    @Test
    void peftsOwnFileWithItsAlphaBeside() {
        assertPaints("peft", new LoraUse(PEFT, 1));
    }

    @Test
    void aDoraAtAnyScale() {
        assertPaints("dora", new LoraUse(DORA, 1));
        assertPaints("dora_0.4", new LoraUse(DORA, 0.4));
    }

    @Test
    void aDoraBesideAnotherStretchesWhatCameBeforeIt() {
        assertPaints("plain_0.7_dora_0.5", new LoraUse(PLAIN, 0.7), new LoraUse(DORA, 0.5));
        assertPaints("dora_0.5_plain_0.7", new LoraUse(DORA, 0.5), new LoraUse(PLAIN, 0.7));
    }

    @Test
    void convolutionsAtAnyScale() {
        assertPaints("convolutions_1", new LoraUse(CONVOLUTIONS, 1));
        assertPaints("convolutions_0.6", new LoraUse(CONVOLUTIONS, 0.6));
    }

    @ParameterizedTest
    @EnumSource(LoraNames.class)
    void whatIsWrittenAnewInAnyNamingPaintsTheSame(LoraNames names, @TempDir Path folder) {
        LoraTargets targets = LoraTargets.of(ModelFolder.open(Goldens.tinySdxl()));
        Path file = folder.resolve("anew.safetensors");
        LoraFile.write(file, LoraFile.read(PEFT, targets), names, targets);
        assertPaints("peft", new LoraUse(file, 1));
        LoraFile.write(file, LoraFile.read(DORA, targets), names, targets);
        assertPaints("dora", new LoraUse(file, 1));
        LoraFile.write(file, LoraFile.read(CONVOLUTIONS, targets), names, targets);
        assertPaints("convolutions_1", new LoraUse(file, 1));
    }

    private static void assertPaints(String name, LoraUse... loras) {
        assertThat(paint(loras)).usingComparatorWithPrecision(1e-3f).containsExactly(LATENTS.floats(name));
        assertThat(paint()).usingComparatorWithPrecision(1e-3f).containsExactly(LATENTS.floats("none"));
        assertThat(largest(LATENTS.floats(name), LATENTS.floats("none"))).isGreaterThan(1);
    }

    private static float[] paint(LoraUse... loras) {
        var request = ImageRequest.of("a fox in the snow").withNegative("grey").withSize(64, 64).withSteps(4)
                .withGuidanceScale(4).withLoras(List.of(loras));
        return sdxl.latents(List.of(request), (row, which, shape) -> LATENTS.floats("noise"), StepListener.NONE,
                Cancellation.never());
    }

    private static double largest(float[] one, float[] other) {
        double largest = 0;
        for (int i = 0; i < one.length; i++) {
            largest = Math.max(largest, Math.abs(one[i] - other[i]));
        }
        return largest;
    }
}
