package dev.storyloom.diffusion.scheduler;

import java.util.ArrayList;
import java.util.List;

import com.fasterxml.jackson.databind.JsonNode;

/**
 * Euler's method that goes a little too far down and comes up again with fresh noise (k-diffusion's sample_euler_ancestral):
 * EulerAncestralDiscreteScheduler.
 */
final class EulerAncestralScheduler implements Scheduler {

    private final JsonNode config;
    private final NoiseSchedule schedule;
    private final Prediction prediction;

    EulerAncestralScheduler(JsonNode config) {
        this.config = config;
        this.schedule = NoiseSchedule.of(config);
        this.prediction = Prediction.of(config);
        TimestepSpacing.of(config, "linspace");
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
        // This class has no other spacings of sigmas, whatever the config of the model it was made from says.
        NoiseLevels levels = NoiseLevels.eulerByTimestep(config, schedule, steps);
        List<SamplingStep> plan = new ArrayList<>();
        for (int i = first; i < steps; i++) {
            double from = levels.sigmas()[i];
            double to = levels.sigmas()[i + 1];
            double up = to / from * Math.sqrt(from * from - to * to);
            double keep = Math.sqrt(to * to - up * up) / from;
            plan.add(SamplingStep.exploding(levels.timesteps()[i], from, prediction).to(keep, up, 1 - keep));
        }
        return new SamplingPlan(levels.initialNoise(config), plan);
    }
}
