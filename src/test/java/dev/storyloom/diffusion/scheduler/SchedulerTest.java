package dev.storyloom.diffusion.scheduler;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.List;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import com.fasterxml.jackson.databind.node.ObjectNode;

import dev.storyloom.diffusion.Goldens;
import dev.storyloom.diffusion.ModelException;
import dev.storyloom.diffusion.weights.ModelFolder;

/** What holds for every algorithm; that each equals diffusers' is compared by ReferenceCheckTest. */
class SchedulerTest {

    private static final float[] PICTURE = {0.5f, -1.5f, 2};
    private static final float[] NOISE = {-0.3f, 0.8f, 1.1f};

    private final ObjectNode config = (ObjectNode) ModelFolder.open(Goldens.tinySdxl()).config("scheduler");

    private Scheduler scheduler(String name) {
        return Scheduler.of(config.deepCopy().put("_class_name", name));
    }

    @ParameterizedTest
    @ValueSource(strings = {"EulerDiscreteScheduler", "DPMSolverMultistepScheduler", "UniPCMultistepScheduler",
        "DDIMScheduler"})
    void aModelThatKnowsThePictureLeadsToItWhereverTheRunStarts(String name) {
        for (int first : List.of(0, 3, 7)) {
            SamplingPlan plan = scheduler(name).plan(8, first);
            assertThat(plan.steps()).hasSize(8 - first);
            SamplingStep start = plan.steps().get(0);
            var sampler = new Sampler(plan);
            float[] sample = mix(start.signal(), start.noise());
            while (sampler.hasNext()) {
                sample = sampler.step(sample, NOISE, null);
            }
            // DDIM of SDXL's configs ends at the first timestep, not at the picture itself.
            assertThat(sample).containsExactly(PICTURE, within(0.1f));
            assertThat(sampler.prediction()).containsExactly(PICTURE, within(1e-4f));
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"EulerAncestralDiscreteScheduler", "DDPMScheduler", "LCMScheduler"})
    void whatIsDrawnAnewIsAskedForAtEachStepThatNeedsIt(String name) {
        SamplingPlan plan = scheduler(name).plan(4);
        int[] draws = {0};
        var sampler = new Sampler(plan);
        float[] sample = NOISE.clone();
        while (sampler.hasNext()) {
            sample = sampler.step(sample, NOISE, () -> {
                draws[0]++;
                return NOISE;
            });
        }
        assertThat(draws[0]).isEqualTo(plan.steps().stream().filter(step -> step.freshNoise() > 0).count()).isPositive();
    }

    @Test
    void aRunThatTheScheduleDoesNotHaveIsRefused() {
        assertThatThrownBy(() -> scheduler("DDIMScheduler").plan(1001)).hasMessageContaining("1 to 1000");
        assertThatThrownBy(() -> scheduler("LCMScheduler").plan(51)).hasMessageContaining("at most 50");
        assertThatThrownBy(() -> scheduler("UniPCMultistepScheduler").plan(4, 5)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> scheduler("HeunDiscreteScheduler")).isInstanceOf(ModelException.class)
                .hasMessageContaining("HeunDiscreteScheduler");
    }

    @Test
    void aScheduleThatEndsInNothingButNoiseNeedsVelocity() {
        ObjectNode zero = config.deepCopy().put("_class_name", "DDIMScheduler").put("rescale_betas_zero_snr", true)
                .put("timestep_spacing", "trailing");
        assertThatThrownBy(() -> Scheduler.of(zero).plan(4)).isInstanceOf(ModelException.class);
        assertThat(Scheduler.of(zero.put("prediction_type", "v_prediction")).plan(4).steps()).hasSize(4);
    }

    private static float[] mix(double signal, double noise) {
        var sample = new float[PICTURE.length];
        for (int i = 0; i < sample.length; i++) {
            sample[i] = (float) (signal * PICTURE[i] + noise * NOISE[i]);
        }
        return sample;
    }
}
