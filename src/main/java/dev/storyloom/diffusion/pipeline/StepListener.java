package dev.storyloom.diffusion.pipeline;

/** Told after each denoising step; called on the painting thread. */
@FunctionalInterface
public interface StepListener {
    StepListener NONE = (step, steps) -> {};

    /** {@code step} counts from 1. */
    void step(int step, int steps);

    /** As {@link #step}, before it, with the model's timestep and the latents of all pictures, which are not to be changed. */
    default void latents(int step, double timestep, float[] latents) {}
}
