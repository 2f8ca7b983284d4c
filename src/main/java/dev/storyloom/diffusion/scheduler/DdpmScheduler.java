package dev.storyloom.diffusion.scheduler;

import java.util.ArrayList;
import java.util.List;

import com.fasterxml.jackson.databind.JsonNode;

import dev.storyloom.diffusion.ModelException;

/** Denoising diffusion as it was trained (Ho et al. 2020, equation 7), from one visited timestep to the next: DDPMScheduler. */
final class DdpmScheduler implements Scheduler {

    /** Less than this no step varies, so that logarithms of it exist. */
    private static final double LEAST_VARIANCE = 1e-20;

    private final NoiseSchedule schedule;
    private final Prediction prediction;
    private final TimestepSpacing spacing;
    private final int offset;
    private final boolean large;

    DdpmScheduler(JsonNode config) {
        this.schedule = NoiseSchedule.of(config);
        this.prediction = Prediction.of(config);
        this.spacing = TimestepSpacing.of(config, "leading");
        this.offset = config.path("steps_offset").asInt(0);
        String variance = config.path("variance_type").asText("fixed_small");
        if (!variance.equals("fixed_small") && !variance.equals("fixed_small_log") && !variance.equals("fixed_large")) {
            throw new ModelException("scheduler_unsupported",
                    "The scheduler option variance_type \"" + variance + "\" is not supported.");
        }
        this.large = variance.equals("fixed_large");
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
            plan.add(step(timesteps[i], i + 1 < steps ? schedule.alphaCumprod(timesteps[i + 1]) : 1));
        }
        return new SamplingPlan(1, plan);
    }

    private SamplingStep step(int timestep, float alphaNext) {
        float alpha = schedule.alphaCumprod(timestep);
        // As a float, like the reference: where little noise is taken away, its last digit is all of 1 - alphaStep.
        float alphaStep = alpha / alphaNext;
        double variance = (1.0 - alphaNext) / (1.0 - alpha) * (1 - alphaStep);
        double fresh = Math.sqrt(Math.max(large ? 1 - alphaStep : variance, LEAST_VARIANCE));
        return schedule.step(timestep, prediction).to(Math.sqrt(alphaStep) * (1.0 - alphaNext) / (1.0 - alpha),
                timestep > 0 ? fresh : 0, Math.sqrt(alphaNext) * (1 - alphaStep) / (1.0 - alpha));
    }
}
