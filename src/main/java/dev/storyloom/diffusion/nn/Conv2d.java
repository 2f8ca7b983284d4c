package dev.storyloom.diffusion.nn;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.types.Shape;
import dev.storyloom.diffusion.tensor.NativeHeap;
import dev.storyloom.diffusion.tensor.Ops;
import dev.storyloom.diffusion.tensor.PackedOps;
import dev.storyloom.diffusion.tensor.Scope;
import java.util.List;

/**
 * A square convolution with bias, and the low-rank branches beside it: a convolution of the same window to {@code rank}
 * channels, then one of a single pixel (what kohya's trainer calls LoCon, and peft does for any convolution).
 */
public final class Conv2d extends Adaptable {
    private final int stride;
    private final int padding;
    private NDArray packed;
    private int packedVersion;

    public Conv2d(Weights weights, long in, long out, int kernel, int stride, int padding) {
        super(weights, true, out, in, kernel, kernel);
        this.stride = stride;
        this.padding = padding;
    }

    /** The usual 3×3 that keeps height and width. */
    public static Conv2d same(Weights weights, long in, long out) {
        return new Conv2d(weights, in, out, 3, 1, 1);
    }

    /** x (B, in, H, W) → (B, out, H', W'). */
    public NDArray forward(NDArray x) {
        if (packs(x)) {
            return PackedOps.conv2d(x, packed(x.getShape()), bias(), stride, padding);
        }
        if (branches().isEmpty()) {
            return Ops.conv2d(x, convolving(), bias(), stride, padding);
        }
        try (var scope = Scope.open()) {
            NDArray y = Ops.conv2d(x, convolving(), bias(), stride, padding);
            for (LowRank branch : branches()) {
                NDArray inner = Ops.conv2d(x, branch.down(), null, stride, padding);
                y = y.add(branch.scaled(Ops.conv2d(inner, branch.up(), null, 1, 0)));
            }
            return scope.keep(y);
        }
    }

    /**
     * The packed weight with the branches folded in, made for inputs of the shape {@code input} when it is first asked
     * for, and again when the branches have changed.
     */
    NDArray packed(Shape input) {
        if (packed != null && packedVersion != version()) {
            packed.close();
            packed = null;
        }
        if (packed == null) {
            packed = NativeHeap.passing(() -> lend(
                    List.of(this), plain -> PackedOps.packConv2d(plain, stride, padding, input)));
            Scope.release(packed);
            packedVersion = version();
        }
        return packed;
    }
}
