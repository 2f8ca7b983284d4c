package dev.storyloom.diffusion.training;

/**
 * How far a LoRA has come after {@code step} updates.
 *
 * @param loss mean squared error of the predictions on the photos, over noise that is the same each time: less is liker
 * @param before the same of the model without the LoRA
 * @param following how far words still move the picture the way they did before training: 1 as before, 0 not at all
 */
public record Examination(int step, float loss, float before, float following) {
    /** What share of the model's error on the photos is gone: 0 at first, less where it grew. */
    public double nearer() {
        return 1 - loss / before;
    }
}
