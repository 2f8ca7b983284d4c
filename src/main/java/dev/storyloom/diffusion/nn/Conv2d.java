package dev.storyloom.diffusion.nn;

import ai.djl.ndarray.NDArray;
import dev.storyloom.diffusion.tensor.Ops;

/** A square convolution with bias. */
public final class Conv2d {
    private final NDArray weight;
    private final NDArray bias;
    private final int stride;
    private final int padding;

    public Conv2d(Weights weights, long in, long out, int kernel, int stride, int padding) {
        this.weight = weights.take("weight", out, in, kernel, kernel);
        this.bias = weights.take("bias", out);
        this.stride = stride;
        this.padding = padding;
    }

    /** The usual 3×3 that keeps height and width. */
    public static Conv2d same(Weights weights, long in, long out) {
        return new Conv2d(weights, in, out, 3, 1, 1);
    }

    /** x (B, in, H, W) → (B, out, H', W'). */
    public NDArray forward(NDArray x) {
        return Ops.conv2d(x, weight, bias, stride, padding);
    }
}
