package dev.storyloom.diffusion.scheduler;

import java.util.ArrayList;
import java.util.List;

import com.fasterxml.jackson.databind.JsonNode;

/**
 * Latent consistency models (Luo et al. 2023, algorithm 3): each step goes all the way to a picture and then back up to
 * the next noise level: LCMScheduler.
 */
final class LcmScheduler implements Scheduler {

    private static final double SIGMA_DATA = 0.5;

    private final NoiseSchedule schedule;
    private final Prediction prediction;
    private final int distilledSteps;
    private final double scaling;

    LcmScheduler(JsonNode config) {
        this.schedule = NoiseSchedule.of(config);
        this.prediction = Prediction.of(config);
        this.distilledSteps = config.path("original_inference_steps").asInt(50);
        this.scaling = config.path("timestep_scaling").asDouble(10);
    }

    @Override
    public NoiseSchedule noiseSchedule() {
        return schedule;
    }

    @Override
    public Prediction prediction() {
        return prediction;
    }

    /** The model knows only the timesteps that it was distilled for, so there are no more steps than these. */
    @Override
    public SamplingPlan plan(int steps, int first) {
        if (steps > distilledSteps) {
            throw new IllegalArgumentException("the lcm scheduler takes at most " + distilledSteps + " steps, not " + steps);
        }
        checkRun(steps, first);
        List<SamplingStep> plan = new ArrayList<>();
        for (int i = first; i < steps; i++) {
            plan.add(step(timestep(i, steps), i + 1 < steps ? schedule.alphaCumprod(timestep(i + 1, steps)) : 1));
        }
        return new SamplingPlan(1, plan);
    }

    private int timestep(int i, int steps) {
        int index = (int) Math.floor(i * ((double) distilledSteps / steps));
        return (distilledSteps - index) * (schedule.length() / distilledSteps) - 1;
    }

    /** The network's answer only counts beyond the boundary at timestep 0, where the sample is the picture already. */
    private SamplingStep step(int timestep, double alphaNext) {
        double scaled = timestep * scaling;
        double square = scaled * scaled + SIGMA_DATA * SIGMA_DATA;
        double skip = SIGMA_DATA * SIGMA_DATA / square;
        double out = scaled / Math.sqrt(square);
        SamplingStep step = schedule.step(timestep, prediction);
        return step.predicting(skip + out * step.predictionFromSample(), out * step.predictionFromOutput())
                .to(0, Math.sqrt(1 - alphaNext), Math.sqrt(alphaNext));
    }
}
