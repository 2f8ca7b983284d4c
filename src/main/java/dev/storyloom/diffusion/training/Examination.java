package dev.storyloom.diffusion.training;

/**
 * How far a LoRA has come after {@code step} updates.
 *
 * @param loss mean squared error of the predictions on the photos, over noise that is the same each time: less is liker
 * @param before the same of the model without the LoRA
 * @param following how far words still move the picture the way they did before training: 1 as before, 0 not at all
 * @param strength how strongly it counted: 1 as it was trained
 */
public record Examination(int step, float loss, float before, float following, float strength) {
    /** As strong as it was trained. */
    public Examination(int step, float loss, float before, float following) {
        this(step, loss, before, following, 1);
    }

    /** The same figures of the LoRA after {@code step} updates, at {@code strength}. */
    Examination of(int step, double strength) {
        return new Examination(step, loss, before, following, (float) strength);
    }

    /** What share of the model's error on the photos is gone: 0 at first, less where it grew. */
    public double nearer() {
        return 1 - loss / before;
    }
}
