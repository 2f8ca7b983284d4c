package dev.storyloom.diffusion.training;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;

import dev.storyloom.diffusion.scheduler.NoiseSchedule;
import dev.storyloom.diffusion.scheduler.Prediction;
import dev.storyloom.diffusion.scheduler.Scheduler;

class LossWeightsTest {

    private static final int[] TIMESTEPS = {10, 900, 10, 500};
    private static final TrainingOptions TWO_AND_TWO =
            new TrainingOptions("a sks fox", "a fox", 4, 10, 2, 4, 1e-4, 0.7, 1, 64, 0, 0, "");

    private final NoiseSchedule schedule = NoiseSchedule.sdxl();

    @Test
    void minSnrWeighsTheCharactersRowsByTheirOwnTimestepsAndNoClassPicture() {
        LossWeights weights = LossWeights.of(TWO_AND_TWO.withMethod(TrainingMethod.PLAIN.withMinSnr(5)), epsilon(), TIMESTEPS);
        assertThat(weights.rows()).containsExactly(5 / schedule.snr(10), 1, 1, 1);
        assertThat(weights.prior()).isEqualTo(0.7);
    }

    @Test
    void edmWeighsEachRowByItsOwnTimestep() {
        TrainingOptions options = TWO_AND_TWO.withMethod(TrainingMethod.PLAIN.withEdm());
        assertThat(LossWeights.of(options, epsilon(), TIMESTEPS).rows()).containsOnly(1);
        assertThat(LossWeights.of(options, velocity(false), TIMESTEPS).rows()).containsExactly(
                schedule.alphaCumprod(10), schedule.alphaCumprod(900), schedule.alphaCumprod(10), schedule.alphaCumprod(500));
    }

    @Test
    void minSnrKnowsATimestepThatIsNothingButNoise() {
        NoiseSchedule bent = velocity(true).noiseSchedule();
        assertThat(bent.snr(999)).isZero();
        assertThat(LossWeights.minSnr(bent, Prediction.VELOCITY, 999, 5)).isEqualTo(2);
    }

    private static Scheduler epsilon() {
        return Scheduler.of(config());
    }

    private static Scheduler velocity(boolean endsInNoise) {
        return Scheduler.of(config().put("prediction_type", "v_prediction").put("rescale_betas_zero_snr", endsInNoise));
    }

    private static ObjectNode config() {
        return JsonNodeFactory.instance.objectNode().put("_class_name", "DDPMScheduler");
    }
}
