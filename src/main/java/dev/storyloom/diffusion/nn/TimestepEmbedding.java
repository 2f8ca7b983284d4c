package dev.storyloom.diffusion.nn;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.Shape;
import dev.storyloom.diffusion.tensor.Ops;
import dev.storyloom.diffusion.tensor.Scope;

/** Sinusoids of a number, and the two linear layers that follow them (get_timestep_embedding, TimestepEmbedding). */
public final class TimestepEmbedding {
    private final Linear linear1;
    private final Linear linear2;

    public TimestepEmbedding(Weights weights, long in, long out) {
        this.linear1 = new Linear(weights.at("linear_1"), in, out, true);
        this.linear2 = new Linear(weights.at("linear_2"), out, out, true);
    }

    /** x (B, in) → (B, out). */
    public NDArray forward(NDArray x) {
        try (var scope = Scope.open()) {
            return scope.keep(linear2.forward(Ops.silu(linear1.forward(x))));
        }
    }

    /**
     * Cosines, then sines, of {@code values} times 10000^(-i/half) for i in 0 … half - 1 (flip_sin_to_cos, no shift).
     * Result (values, width). Computed in double and rounded once.
     */
    public static NDArray sinusoids(NDManager owner, double[] values, int width) {
        int half = width / 2;
        var rows = new float[values.length * width];
        for (int row = 0; row < values.length; row++) {
            for (int i = 0; i < half; i++) {
                // The reference makes frequencies and angles in fp32; double and one rounding stays within its error.
                double angle = (float) values[row] * (float) Math.exp(-Math.log(10000) * i / half);
                rows[row * width + i] = (float) Math.cos((float) angle);
                rows[row * width + half + i] = (float) Math.sin((float) angle);
            }
        }
        // Copied into libtorch's own memory: see Scope.
        return owner.create(rows, new Shape(values.length, width)).duplicate();
    }
}
