package dev.storyloom.diffusion.nn;

import ai.djl.ndarray.NDArray;
import dev.storyloom.diffusion.tensor.Ops;

/** Group normalisation (Wu and He 2018), with the SiLU that follows it nearly everywhere. */
public final class GroupNorm {
    private final NDArray weight;
    private final NDArray bias;
    private final int groups;
    private final double eps;

    public GroupNorm(Weights weights, int groups, long channels, double eps) {
        this.weight = weights.take("weight", channels);
        this.bias = weights.take("bias", channels);
        this.groups = groups;
        this.eps = eps;
    }

    public NDArray forward(NDArray x) {
        return Ops.groupNorm(x, groups, weight, bias, eps);
    }

    public NDArray forwardSilu(NDArray x) {
        return Ops.groupNormSilu(x, groups, weight, bias, eps);
    }

    NDArray weight() {
        return weight;
    }

    NDArray bias() {
        return bias;
    }

    int groups() {
        return groups;
    }

    double eps() {
        return eps;
    }
}
