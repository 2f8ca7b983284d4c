package dev.storyloom.diffusion.training;

import java.util.Map;

import dev.storyloom.diffusion.tensor.Precision;
import dev.storyloom.diffusion.weights.TensorSource;

/**
 * What the loss is multiplied with before the backward pass, so that small gradients do not vanish in FLOAT16
 * (Micikevicius et al. 2018). Halved when a gradient overflows, doubled after long peace; a power of two, so that taking
 * it out of the gradients again rounds nothing.
 */
final class LossScale {

    private static final String NAME = "loss_scale";
    private static final double START = 65536;
    private static final int PEACE = 2000;

    private final boolean moves;
    private double scale;
    private int good;

    private LossScale(boolean moves) {
        this.moves = moves;
        this.scale = moves ? START : 1;
    }

    /** 1 for ever, but for FLOAT16. */
    static LossScale of(Precision compute) {
        return new LossScale(compute.overflowsEasily());
    }

    double now() {
        return scale;
    }

    /** After an update. */
    void passed() {
        if (moves && ++good == PEACE && scale < 1L << 30) {
            scale *= 2;
            good = 0;
        }
    }

    /** After gradients that are no numbers; false where a smaller scale would not help. */
    boolean shrinks() {
        if (!moves || scale <= 1) {
            return false;
        }
        scale /= 2;
        good = 0;
        return true;
    }

    void save(Map<String, SealedFile.Tensor> state) {
        if (moves) {
            state.put(NAME, new SealedFile.Tensor(new long[] {2}, new float[] {(float) scale, good}));
        }
    }

    void restore(TensorSource state) {
        if (moves && state.tensors().containsKey(NAME)) {
            float[] values = state.floats(NAME);
            scale = values[0];
            good = (int) values[1];
        }
    }
}
