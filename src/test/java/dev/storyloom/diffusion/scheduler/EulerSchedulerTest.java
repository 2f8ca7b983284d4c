package dev.storyloom.diffusion.scheduler;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;

import dev.storyloom.diffusion.Goldens;
import dev.storyloom.diffusion.ModelException;
import dev.storyloom.diffusion.weights.ModelFolder;
import dev.storyloom.diffusion.weights.SafetensorsFile;

class EulerSchedulerTest {

    private final ObjectNode config = (ObjectNode) ModelFolder.open(Goldens.tinySdxl()).config("scheduler");

    @ParameterizedTest
    @ValueSource(ints = {4, 20, 30})
    void theWholeRunEqualsDiffusers(int n) {
        SafetensorsFile golden = Goldens.tensors("schedulers/euler.safetensors");
        SamplingPlan plan = Scheduler.of(config).plan(n);
        assertThat(plan.initialNoise()).isCloseTo(golden.bytes("n" + n + ".init_noise_sigma").getDouble(0), within(1e-5));
        assertThat(plan.steps().stream().map(step -> (float) step.timestep()).toList())
                .containsExactlyElementsOf(boxed(golden.floats("n" + n + ".timesteps")));
        float[] sigmas = golden.floats("n" + n + ".sigmas");
        float[] outputs = golden.floats("n" + n + ".model_outputs");
        float[] trajectory = golden.floats("n" + n + ".trajectory");
        float[] sample = Arrays.copyOf(trajectory, 60);
        var sampler = new Sampler(plan);
        for (int i = 0; i < n; i++) {
            assertThat(sampler.next().noise()).isCloseTo(sigmas[i], within(2e-6 * sigmas[i]));
            sample = sampler.step(sample, Arrays.copyOfRange(outputs, 60 * i, 60 * (i + 1)), null);
            assertThat(sample).containsExactly(Arrays.copyOfRange(trajectory, 60 * (i + 1), 60 * (i + 2)), within(2e-5f));
        }
        assertThat(sampler.hasNext()).isFalse();
    }

    @Test
    void inputsAndPredictionsOfEachStepEqualDiffusers() {
        SafetensorsFile golden = Goldens.tensors("schedulers/euler.safetensors");
        var sampler = new Sampler(Scheduler.of(config).plan(4));
        float[] trajectory = golden.floats("n4.trajectory");
        for (int i = 0; i < 4; i++) {
            float[] sample = Arrays.copyOfRange(trajectory, 60 * i, 60 * (i + 1));
            assertThat(sampler.input(sample))
                    .containsExactly(Arrays.copyOfRange(golden.floats("n4.scaled_inputs"), 60 * i, 60 * (i + 1)), within(1e-6f));
            sampler.step(sample, Arrays.copyOfRange(golden.floats("n4.model_outputs"), 60 * i, 60 * (i + 1)), null);
            assertThat(sampler.prediction())
                    .containsExactly(Arrays.copyOfRange(golden.floats("n4.pred_original"), 60 * i, 60 * (i + 1)), within(1e-5f));
        }
    }

    @Test
    void theTrainingScheduleEqualsDiffusers() {
        SafetensorsFile golden = Goldens.tensors("schedulers/ddpm_training.safetensors");
        NoiseSchedule schedule = Scheduler.of(config).noiseSchedule();
        float[] betas = golden.floats("betas");
        float[] alphas = golden.floats("alphas_cumprod");
        for (int t = 0; t < 1000; t++) {
            assertThat(schedule.beta(t)).isEqualTo(betas[t]);
            assertThat(schedule.alphaCumprod(t)).isEqualTo(alphas[t]);
        }
        float[] timesteps = golden.floats("timesteps");
        for (int row = 0; row < timesteps.length; row++) {
            int t = (int) timesteps[row];
            double noisy = schedule.signal(t) * golden.floats("x0")[60 * row]
                    + schedule.noise(t) * golden.floats("noise")[60 * row];
            assertThat((float) noisy).isCloseTo(golden.floats("noisy")[60 * row], within(1e-6f));
            assertThat((float) schedule.snr(t)).isCloseTo(golden.floats("snr")[row], within(1e-4f * golden.floats("snr")[row]));
        }
    }

    @Test
    void anOptionThatIsNotSupportedIsSaid() {
        assertThatThrownBy(() -> Scheduler.of(config.deepCopy().put("use_beta_sigmas", true))).isInstanceOf(ModelException.class);
        assertThatThrownBy(() -> Scheduler.of(config.deepCopy().put("beta_schedule", "odd"))).hasMessageContaining("odd");
        assertThatThrownBy(() -> Scheduler.of(new ObjectMapper().createObjectNode())).isInstanceOf(ModelException.class);
    }

    private static List<Float> boxed(float[] values) {
        var list = new ArrayList<Float>();
        for (float value : values) {
            list.add(value);
        }
        return list;
    }
}
