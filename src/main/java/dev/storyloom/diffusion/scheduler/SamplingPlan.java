package dev.storyloom.diffusion.scheduler;

import java.util.List;

/**
 * All numbers of one sampling run.
 *
 * @param initialNoise standard deviation of the noise that a run from pure noise starts with (diffusers'
 *                     init_noise_sigma)
 */
public record SamplingPlan(double initialNoise, List<SamplingStep> steps) {

    public SamplingPlan {
        steps = List.copyOf(steps);
    }
}
