package dev.storyloom.diffusion.pipeline;

/** Told after each denoising step; called on the painting thread. */
@FunctionalInterface
public interface StepListener {
    StepListener NONE = (step, steps) -> {};

    /** {@code step} counts from 1. */
    void step(int step, int steps);
}
