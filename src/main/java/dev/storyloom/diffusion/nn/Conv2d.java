package dev.storyloom.diffusion.nn;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.types.Shape;
import dev.storyloom.diffusion.tensor.NativeHeap;
import dev.storyloom.diffusion.tensor.Ops;
import dev.storyloom.diffusion.tensor.PackedOps;
import dev.storyloom.diffusion.tensor.Scope;
import java.util.List;

/** A square convolution with bias. */
public final class Conv2d {
    private final Parameter weight;
    private final NDArray bias;
    private final int stride;
    private final int padding;
    private NDArray packed;

    public Conv2d(Weights weights, long in, long out, int kernel, int stride, int padding) {
        this.weight = weights.parameter("weight", out, in, kernel, kernel);
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
        if (weight.packs(x)) {
            return PackedOps.conv2d(x, packed(x.getShape()), bias, stride, padding);
        }
        return Ops.conv2d(x, weight.convolving(), bias, stride, padding);
    }

    boolean packs(NDArray x) {
        return weight.packs(x);
    }

    /** The packed weight, made for inputs of the shape {@code input} when it is first asked for. */
    NDArray packed(Shape input) {
        if (packed == null) {
            packed = NativeHeap.passing(() -> Parameter.lend(
                    List.of(weight), plain -> PackedOps.packConv2d(plain, stride, padding, input)));
            Scope.release(packed);
        }
        return packed;
    }

    NDArray bias() {
        return bias;
    }
}
