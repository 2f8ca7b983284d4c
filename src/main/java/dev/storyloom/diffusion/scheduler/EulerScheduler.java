package dev.storyloom.diffusion.scheduler;

import java.util.ArrayList;
import java.util.List;

import com.fasterxml.jackson.databind.JsonNode;

import dev.storyloom.diffusion.ModelException;

/** Euler's method on the probability flow (Karras et al. 2022, algorithm 2 without churn): EulerDiscreteScheduler. */
public final class EulerScheduler implements Scheduler {

    private final NoiseSchedule schedule;
    private final Prediction prediction;
    private final TimestepSpacing spacing;
    private final int offset;

    public EulerScheduler(JsonNode config) {
        for (String option : List.of("use_karras_sigmas", "use_exponential_sigmas", "use_beta_sigmas")) {
            if (config.path(option).asBoolean(false)) {
                throw new ModelException("scheduler_unsupported", "The scheduler option " + option
                        + " is not supported.");
            }
        }
        this.schedule = NoiseSchedule.of(config);
        this.prediction = Prediction.of(config);
        this.spacing = TimestepSpacing.of(config);
        this.offset = config.path("steps_offset").asInt(0);
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
    public SamplingPlan plan(int steps) {
        if (steps < 1 || steps > schedule.length()) {
            throw new IllegalArgumentException("steps must be 1 to " + schedule.length() + ", not " + steps);
        }
        double[] timesteps = spacing.timesteps(steps, schedule.length(), offset);
        List<SamplingStep> plan = new ArrayList<>();
        for (int i = 0; i < steps; i++) {
            double next = i + 1 < steps ? schedule.sigma(timesteps[i + 1]) : 0;
            plan.add(step(timesteps[i], schedule.sigma(timesteps[i]), next));
        }
        double sigma = schedule.sigma(timesteps[0]);
        double initialNoise = spacing == TimestepSpacing.LEADING ? Math.sqrt(sigma * sigma + 1) : sigma;
        return new SamplingPlan(initialNoise, plan);
    }

    private SamplingStep step(double timestep, double sigma, double next) {
        double keep = next / sigma;
        double square = sigma * sigma + 1;
        double fromSample = prediction == Prediction.EPSILON ? 1 : 1 / square;
        double fromOutput = prediction == Prediction.EPSILON ? -sigma : -sigma / Math.sqrt(square);
        return new SamplingStep(timestep, 1 / Math.sqrt(square), 1, sigma, fromSample, fromOutput, keep,
                new double[] {1 - keep}, 0);
    }
}
