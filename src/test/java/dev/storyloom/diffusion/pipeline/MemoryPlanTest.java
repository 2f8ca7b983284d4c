package dev.storyloom.diffusion.pipeline;

import static org.assertj.core.api.Assertions.assertThat;

import ai.djl.Device;
import dev.storyloom.diffusion.Goldens;
import dev.storyloom.diffusion.tensor.Precision;
import dev.storyloom.diffusion.unet.UNetConfig;
import dev.storyloom.diffusion.vae.LatentScaling;
import dev.storyloom.diffusion.vae.VaeConfig;
import dev.storyloom.diffusion.weights.ModelFolder;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class MemoryPlanTest {
    private static final long GB = 1L << 30;
    private static final LoadOptions HALF = LoadOptions.DEFAULT.on(Device.gpu()).withCompute(Precision.FLOAT16);

    /** SDXL base as published: 2.57 billion numbers in the U-Net, 0.82 in both text encoders, 0.08 in the VAE. */
    private static final ModelSize SDXL = new ModelSize(
            new UNetConfig(4, 4, List.of(320, 640, 1280), List.of(false, true, true), List.of(5, 10, 20),
                    List.of(1, 2, 10), 2, 2048, 32, 1e-5, true, 256, 2816, 128),
            2_567_463_684L, 817_720_320L,
            new VaeConfig(List.of(128, 256, 512, 512), 4, 2, 32, new LatentScaling(0.13025, List.of(), List.of()),
                    1024, true),
            83_653_863L);

    @ParameterizedTest
    @CsvSource({"8, true, true, true", "12, true, false, true", "16, false, false, true", "24, false, false, true",
        "80, false, false, true", "6, true, true, false"})
    void sdxlIsPaintedInAsMuchMemoryAsThereIs(long gb, boolean free, boolean tiles, boolean fits) {
        MemoryPlan plan = MemoryPlan.toPaint(SDXL, HALF, 1024, 1024, gb * GB);

        assertThat(plan).extracting(MemoryPlan::encodersAside, MemoryPlan::tiledVae, MemoryPlan::fits)
                .containsExactly(free, tiles, fits);
    }

    @ParameterizedTest
    @CsvSource({"8, true, true, true", "12, true, true, true", "16, true, false, true", "24, false, false, true",
        "80, false, false, true", "4, true, true, false"})
    void aLoraIsTrainedInAsMuchMemoryAsThereIs(long gb, boolean free, boolean again, boolean fits) {
        MemoryPlan plan = MemoryPlan.toTrain(SDXL, HALF, 1024, 1, 16, gb * GB);

        assertThat(plan).extracting(MemoryPlan::encodersAside, MemoryPlan::checkpointing, MemoryPlan::fits)
                .containsExactly(free, again, fits);
    }

    @Test
    void moreBitsAndLargerPicturesTakeMore() {
        long half = MemoryPlan.toPaint(SDXL, HALF, 1024, 1024, 80 * GB).needed();

        assertThat(MemoryPlan.toPaint(SDXL, LoadOptions.DEFAULT, 1024, 1024, 80 * GB).needed()).isGreaterThan(half);
        assertThat(MemoryPlan.toPaint(SDXL, HALF, 1536, 1024, 80 * GB).needed()).isGreaterThan(half);
    }

    @Test
    void aFoldersSizeIsCountedFromItsConfigs() {
        var folder = ModelFolder.open(Goldens.tinySdxl());
        long stored = folder.weights("unet").tensors().values().stream().mapToLong(info -> info.elements()).sum();

        assertThat(ModelSize.of(folder).unetWeights()).isEqualTo(stored);
    }
}
