package dev.storyloom.diffusion.nn;

import ai.djl.ndarray.NDArray;
import dev.storyloom.diffusion.tensor.Ops;

/** Layer normalisation over the last axis. */
public final class LayerNorm {
    private final NDArray weight;
    private final NDArray bias;
    private final double eps;

    public LayerNorm(Weights weights, long channels, double eps) {
        this.weight = weights.take("weight", channels);
        this.bias = weights.take("bias", channels);
        this.eps = eps;
    }

    public NDArray forward(NDArray x) {
        return Ops.layerNorm(x, weight, bias, eps);
    }

    NDArray weight() {
        return weight;
    }

    NDArray bias() {
        return bias;
    }
}
