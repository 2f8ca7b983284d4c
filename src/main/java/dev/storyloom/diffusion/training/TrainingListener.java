package dev.storyloom.diffusion.training;

import java.awt.image.BufferedImage;

/** Told how a training goes; called on the training's own thread. */
public interface TrainingListener {

    TrainingListener NONE = new TrainingListener() {
    };

    /** Before the first step. {@code what}: {@code class_images}, {@code photos} or {@code prompts}; 0 to 1 of it. */
    default void preparing(String what, double fraction) {
    }

    /** After each update, counted from 1. */
    default void step(int step, int steps, double loss, double learningRate) {
    }

    /** The unfinished LoRA has been looked at; the training ends with the best of those that were. */
    default void examined(Examination examination) {
    }

    /** A picture that the unfinished LoRA makes. */
    default void sample(int step, BufferedImage image) {
    }
}
