package dev.storyloom.diffusion.pipeline;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.nio.file.Path;

import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

import dev.storyloom.diffusion.Goldens;
import dev.storyloom.diffusion.ModelCopy;
import dev.storyloom.diffusion.ModelException;
import dev.storyloom.diffusion.tensor.Precision;
import dev.storyloom.diffusion.tensor.Torch;
import dev.storyloom.diffusion.weights.Dtype;

/** Models stored and computed in fewer bits, on the processor. */
class PrecisionTest {

    private static float[] exact;

    @TempDir
    Path folder;

    @BeforeAll
    static void paintExactly() {
        Torch.setThreads(1);
        exact = latents(Goldens.tinySdxl(), LoadOptions.DEFAULT);
    }

    @ParameterizedTest
    @CsvSource({"F16, 0.01", "BF16, 0.08"})
    void filesOfFewerBitsPaintNearlyTheSameAndCastingAsUsedChangesNothing(Dtype stored, double tolerance) {
        Path copy = ModelCopy.in(stored, Goldens.tinySdxl(), folder.resolve("copy"));

        float[] converted = latents(copy, LoadOptions.DEFAULT);
        // The weights are rounded: to 11 bits of mantissa in F16, to 8 in BF16.
        assertThat(difference(converted)).isPositive().isLessThan(tolerance);
        assertThat(latents(copy, LoadOptions.DEFAULT.withAsStored(true))).containsExactly(converted, within(1e-4f));
    }

    @ParameterizedTest
    @EnumSource(names = {"FLOAT16", "BFLOAT16"})
    void halfTheBitsComputeNearlyTheSamePicture(Precision compute) {
        double tolerance = compute == Precision.FLOAT16 ? 0.05 : 0.2;

        assertThat(difference(latents(Goldens.tinySdxl(), LoadOptions.DEFAULT.withCompute(compute))))
                .isPositive().isLessThan(tolerance);
    }

    @Test
    void shardsPaintTheSamePictureAsOneFile() {
        Path copy = ModelCopy.sharded("unet", Goldens.tinySdxl(), folder.resolve("copy"));

        // The same numbers at other addresses: vector units sum what is not aligned in another order.
        assertThat(difference(latents(copy, LoadOptions.DEFAULT))).isLessThan(1e-5);
    }

    @Test
    void anotherVaeCanStandIn() {
        Path copy = ModelCopy.in(Dtype.F16, Goldens.tinySdxl(), folder.resolve("copy"));

        try (var model = StableDiffusionXl.load(Goldens.tinySdxl(), LoadOptions.DEFAULT.withVae(copy.resolve("vae")))) {
            assertThat(model.vae().config().latentChannels()).isEqualTo(4);
        }
    }

    @Test
    void theVaeStaysInFloat32WhereFloat16IsTooNarrowForIt() {
        try (var model = StableDiffusionXl.load(Goldens.tinySdxl(), LoadOptions.DEFAULT.withCompute(Precision.FLOAT16))) {
            assertThat(model.vae().config().forceUpcast()).isTrue();
            assertThat(model.vae().compute()).isEqualTo(Precision.FLOAT32);
            assertThat(model.unet().compute()).isEqualTo(Precision.FLOAT16);
        }
    }

    /** The first layer's sums pass 65504, the largest number of FLOAT16, and no other format's. */
    @Test
    void whatOverflowsInFloat16IsPaintedAnewInFloat32() {
        Path copy = ModelCopy.scaled("unet", "conv_in.weight", 60_000, Goldens.tinySdxl(), folder.resolve("copy"));
        float[] wanted = latents(copy, LoadOptions.DEFAULT);

        assertThat(latents(copy, LoadOptions.DEFAULT.withCompute(Precision.FLOAT16).withAsStored(true)))
                .containsExactly(wanted, within(1e-3f));
    }

    @Test
    void aCardThatIsNotThereIsRefusedInASentence() {
        assertThatThrownBy(() -> LoadOptions.on("cuda:99")).isInstanceOf(ModelException.class)
                .hasMessageStartingWith("There is no device cuda:99 here: libtorch sees ");
        assertThatThrownBy(() -> LoadOptions.on("toaster")).isInstanceOf(ModelException.class);
    }

    private static float[] latents(Path folder, LoadOptions options) {
        try (var model = StableDiffusionXl.load(folder, options)) {
            var request = ImageRequest.of("a fox in the snow").withSteps(2).withSize(64, 64);
            var noise = new float[4 * 64 * 64 / model.vae().config().reduction() / model.vae().config().reduction()];
            for (int i = 0; i < noise.length; i++) {
                noise[i] = (float) Math.sin(i * 12.9898);
            }
            return model.latents(List.of(request), (row, which, shape) -> noise, StepListener.NONE, Cancellation.never());
        }
    }

    /** Root mean square of the difference, relative to that of the exact latents. */
    private static double difference(float[] found) {
        double difference = 0;
        double size = 0;
        for (int i = 0; i < exact.length; i++) {
            difference += Math.pow(found[i] - exact[i], 2);
            size += Math.pow(exact[i], 2);
        }
        return Math.sqrt(difference / size);
    }
}
