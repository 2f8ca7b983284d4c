package dev.storyloom.diffusion.scheduler;

import java.util.ArrayList;
import java.util.List;

import com.fasterxml.jackson.databind.JsonNode;

/**
 * Denoising diffusion implicit models (Song et al. 2020, equation 12), with eta from 0, no fresh noise, to 1, as much as
 * in training: DDIMScheduler.
 */
final class DdimScheduler implements Scheduler {

    private final NoiseSchedule schedule;
    private final Prediction prediction;
    private final TimestepSpacing spacing;
    private final int offset;
    private final double eta;
    private final boolean endsClean;

    DdimScheduler(JsonNode config) {
        this.schedule = NoiseSchedule.of(config);
        this.prediction = Prediction.of(config);
        this.spacing = TimestepSpacing.of(config, "leading");
        this.offset = config.path("steps_offset").asInt(0);
        this.eta = config.path("eta").asDouble(0);
        this.endsClean = config.path("set_alpha_to_one").asBoolean(true);
    }

    @Override
    public NoiseSchedule noiseSchedule() {
        return schedule;
    }

    @Override
    public Prediction prediction() {
        return prediction;
    }

    @Override
    public SamplingPlan plan(int steps, int first) {
        checkRun(steps, first);
        int[] timesteps = spacing.wholeTimesteps(steps, schedule.length(), offset);
        List<SamplingStep> plan = new ArrayList<>();
        for (int i = first; i < steps; i++) {
            plan.add(step(timesteps[i], timesteps[i] - schedule.length() / steps));
        }
        return new SamplingPlan(1, plan);
    }

    private SamplingStep step(int timestep, int next) {
        double alpha = schedule.alphaCumprod(timestep);
        double alphaNext = next >= 0 ? schedule.alphaCumprod(next) : endsClean ? 1 : schedule.alphaCumprod(0);
        double variance = (1 - alphaNext) / (1 - alpha) * (1 - alpha / alphaNext);
        double fresh = eta * Math.sqrt(variance);
        double direction = Math.sqrt(Math.max(1 - alphaNext - fresh * fresh, 0));
        double keep = direction / schedule.noise(timestep);
        return schedule.step(timestep, prediction)
                .to(keep, fresh, Math.sqrt(alphaNext) - keep * schedule.signal(timestep));
    }
}
