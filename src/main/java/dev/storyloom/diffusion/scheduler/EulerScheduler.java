package dev.storyloom.diffusion.scheduler;

import java.util.ArrayList;
import java.util.List;

import com.fasterxml.jackson.databind.JsonNode;

import dev.storyloom.diffusion.ModelException;

/** Euler's method on the probability flow (Karras et al. 2022, algorithm 2 without churn): EulerDiscreteScheduler. */
final class EulerScheduler implements Scheduler {

    private final JsonNode config;
    private final NoiseSchedule schedule;
    private final Prediction prediction;

    EulerScheduler(JsonNode config) {
        boolean plain = config.path("interpolation_type").asText("linear").equals("linear")
                && config.path("timestep_type").asText("discrete").equals("discrete");
        if (!plain) {
            throw new ModelException("scheduler_unsupported",
                    "The scheduler's interpolation_type or timestep_type is not supported.");
        }
        this.config = config;
        this.schedule = NoiseSchedule.of(config);
        this.prediction = Prediction.of(config);
        NoiseLevels.euler(config, schedule, 1);
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
        NoiseLevels levels = NoiseLevels.euler(config, schedule, steps);
        List<SamplingStep> plan = new ArrayList<>();
        for (int i = first; i < steps; i++) {
            double sigma = levels.sigmas()[i];
            double keep = levels.sigmas()[i + 1] / sigma;
            plan.add(SamplingStep.exploding(levels.timesteps()[i], sigma, prediction).to(keep, 0, 1 - keep));
        }
        return new SamplingPlan(levels.initialNoise(config), plan);
    }
}
