package dev.storyloom.diffusion.training;

/**
 * How far a LoRA has come after {@code step} updates.
 *
 * @param loss mean squared error of the predictions on the photos, over noise that is the same each time: less is liker
 * @param following how far words still move the picture the way they did before training: 1 as before, 0 not at all
 */
public record Examination(int step, float loss, float following) {}
