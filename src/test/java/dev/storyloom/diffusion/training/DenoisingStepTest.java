package dev.storyloom.diffusion.training;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Map;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.Shape;
import dev.storyloom.diffusion.Goldens;
import dev.storyloom.diffusion.nn.StoredWeights;
import dev.storyloom.diffusion.nn.Weights;
import dev.storyloom.diffusion.scheduler.Prediction;
import dev.storyloom.diffusion.scheduler.Scheduler;
import dev.storyloom.diffusion.tensor.GradMode;
import dev.storyloom.diffusion.tensor.Noise;
import dev.storyloom.diffusion.tensor.Precision;
import dev.storyloom.diffusion.tensor.Torch;
import dev.storyloom.diffusion.unet.UNet;
import dev.storyloom.diffusion.unet.UNetConfig;
import dev.storyloom.diffusion.weights.ModelFolder;

/** The same gradients in fewer bits and in less memory. */
class DenoisingStepTest {

    private final ModelFolder folder = ModelFolder.open(Goldens.tinySdxl());
    private NDManager owner;

    @BeforeEach
    void open() {
        Torch.setThreads(1);
        owner = Torch.newOwner("test");
    }

    @AfterEach
    void close() {
        owner.close();
    }

    @Test
    void computingTheInsidesAgainGivesTheSameGradients() {
        float[] plain = gradients(Precision.FLOAT32, false);

        assertThat(relative(gradients(Precision.FLOAT32, true), plain)).isLessThan(1e-6);
    }

    @ParameterizedTest
    @CsvSource({"BFLOAT16, 0.05", "FLOAT16, 0.01"})
    void fewerBitsGiveNearlyTheSameGradientsOfFloat32Parameters(Precision compute, double tolerance) {
        float[] exact = gradients(Precision.FLOAT32, false);

        assertThat(relative(gradients(compute, false), exact)).isPositive().isLessThan(tolerance);
        assertThat(relative(gradients(compute, true), exact)).isLessThan(tolerance);
    }

    @Test
    void theLossScaleIsHalvedWhenGradientsOverflowAndOnlyInFloat16() {
        LossScale scale = LossScale.of(Precision.FLOAT16);
        assertThat(scale.now()).isEqualTo(65536);
        assertThat(scale.shrinks()).isTrue();
        assertThat(scale.now()).isEqualTo(32768);
        for (int i = 0; i < 2000; i++) {
            scale.passed();
        }
        assertThat(scale.now()).isEqualTo(65536);
        for (int i = 0; i < 16; i++) {
            assertThat(scale.shrinks()).isTrue();
        }
        assertThat(scale.shrinks()).isFalse();
        assertThat(LossScale.of(Precision.BFLOAT16).shrinks()).isFalse();
        assertThat(LossScale.of(Precision.BFLOAT16).now()).isEqualTo(1);
    }

    /** Of all parameters, with the loss scale taken out. */
    private float[] gradients(Precision compute, boolean recomputes) {
        var config = UNetConfig.from(folder.config("unet"));
        var scale = LossScale.of(compute);
        try (var off = GradMode.off()) {
            var unet = new UNet(
                    Weights.root(new StoredWeights(folder.weights("unet"), owner, compute), compute), config);
            var plan = new LoraTrainee.Plan(Map.of("unet", unet.adaptables()), 2, false);
            var step = new DenoisingStep(unet, Scheduler.of(folder.config("scheduler")).noiseSchedule(),
                    Prediction.EPSILON, recomputes, scale);
            try (var trainee = new LoraTrainee(plan, 7, scale); var attached = trainee.attach()) {
                double loss = step.backward(owner, batch(config), LossWeights.EVEN);
                assertThat(loss).isCloseTo(1, within(1.0));
                return flat(trainee.gradients(), scale.now());
            }
        }
    }

    private DenoisingStep.Batch batch(UNetConfig config) {
        double[] ids = {64, 64, 0, 0, 64, 64};
        long pooled = config.additionChannels() - 6L * config.additionTimeChannels();
        var conditioning = new UNet.Conditioning(Noise.normal(owner, 1, new Shape(2, 7, config.contextChannels())),
                Noise.normal(owner, 2, new Shape(2, pooled)), new double[][] {ids, ids});
        Shape shape = new Shape(2, 4, 16, 16);
        return new DenoisingStep.Batch(shape, Noise.normal(owner, 3, shape).toFloatArray(),
                Noise.normal(owner, 4, shape).toFloatArray(), new int[] {100, 800}, conditioning);
    }

    private static float[] flat(Map<String, float[]> gradients, double scale) {
        var all = new float[gradients.values().stream().mapToInt(values -> values.length).sum()];
        int at = 0;
        for (float[] values : gradients.values()) {
            for (float value : values) {
                all[at++] = (float) (value / scale);
            }
        }
        return all;
    }

    private static double relative(float[] found, float[] expected) {
        double difference = 0;
        double size = 0;
        for (int i = 0; i < expected.length; i++) {
            difference += Math.pow(found[i] - expected[i], 2);
            size += Math.pow(expected[i], 2);
        }
        return Math.sqrt(difference / size);
    }
}
