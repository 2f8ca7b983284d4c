package dev.storyloom.diffusion.tensor;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.types.Shape;
import ai.djl.pytorch.engine.PtNDArray;
import ai.djl.pytorch.jni.JniUtils;
import java.util.List;

/** The operators of the models, by the names the field gives them. Shapes are NCHW for pictures, BLC for sequences. */
public final class Ops {
    private static final Shape ONE = new Shape(1, 1);

    private Ops() {}

    /** x (B, …, in), weight (out, in), bias (out) or null. */
    public static NDArray linear(NDArray x, NDArray weight, NDArray bias) {
        if (Autocast.isOn()) {
            return bias == null
                    ? Kernels.call("linear_plain_as", x, weight, BFLOAT16)
                    : Kernels.call("linear_as", x, weight, bias, BFLOAT16);
        }
        if (differ(x, weight)) {
            return bias == null
                    ? Kernels.call("linear_plain_as_used", x, weight)
                    : Kernels.call("linear_as_used", x, weight, bias);
        }
        return JniUtils.linear((PtNDArray) x, (PtNDArray) weight, (PtNDArray) bias);
    }

    /** x (B, in, H, W), weight (out, in, k, k), bias (out); square stride and padding. */
    public static NDArray conv2d(NDArray x, NDArray weight, NDArray bias, int stride, int padding) {
        if (Autocast.isOn()) {
            return Kernels.call("conv2d_as", x, weight, bias, stride, padding, BFLOAT16);
        }
        if (differ(x, weight)) {
            return Kernels.call("conv2d_as_used", x, weight, bias, stride, padding);
        }
        return JniUtils.convolution(
                (PtNDArray) x,
                (PtNDArray) weight,
                (PtNDArray) bias,
                new Shape(stride, stride),
                new Shape(padding, padding),
                ONE,
                1);
    }

    public static NDArray layerNorm(NDArray x, NDArray weight, NDArray bias, double eps) {
        if (differ(x, weight)) {
            return Kernels.call("layer_norm_as_used", x, weight, bias, eps);
        }
        return JniUtils.layerNorm((PtNDArray) x, weight.getShape(), (PtNDArray) weight, (PtNDArray) bias, eps);
    }

    public static NDArray groupNorm(NDArray x, int groups, NDArray weight, NDArray bias, double eps) {
        if (differ(x, weight)) {
            return Kernels.call("group_norm_as_used", x, groups, weight, bias, eps);
        }
        return Kernels.call("group_norm", x, groups, weight, bias, eps);
    }

    public static NDArray groupNormSilu(NDArray x, int groups, NDArray weight, NDArray bias, double eps) {
        if (differ(x, weight)) {
            return silu(Kernels.call("group_norm_as_used", x, groups, weight, bias, eps));
        }
        return Kernels.call("group_norm_silu", x, groups, weight, bias, eps);
    }

    public static NDArray silu(NDArray x) {
        return Kernels.call("silu", x);
    }

    /** The exact (erf) form. */
    public static NDArray gelu(NDArray x) {
        return JniUtils.gelu((PtNDArray) x);
    }

    /** x sigmoid(1.702 x), the activation of the first CLIP text encoder. */
    public static NDArray quickGelu(NDArray x) {
        return Kernels.call("quick_gelu", x);
    }

    /** Halves the last axis: first half times gelu of the second. */
    public static NDArray geglu(NDArray x) {
        return Kernels.call("geglu", x);
    }

    /** softmax(q kᵀ / √d) v over {@code heads} heads; q (B, L, C), k and v (B, S, C), result (B, L, C). */
    public static NDArray attention(NDArray q, NDArray k, NDArray v, int heads, boolean causal) {
        if (Autocast.isOn() && !causal) {
            // The fused kernel's backward pass is several times slower in bfloat16 than plain products.
            double scale = 1 / Math.sqrt((double) q.getShape().get(2) / heads);
            return Kernels.call("attention_plain", q, k, v, heads, scale);
        }
        return Kernels.call("attention", q, k, v, heads, causal);
    }

    /** Nearest-neighbour upsampling to (height, width). */
    public static NDArray upsample(NDArray x, long height, long width) {
        return Kernels.call("upsample", x, height, width);
    }

    /** One row of zeros below and one column at the right, as the VAE pads before a stride-2 convolution. */
    public static NDArray padBottomRight(NDArray x) {
        return Kernels.call("pad_bottom_right", x);
    }

    /** x (B, C, H, W) with its channels side by side in memory; the same numbers. */
    public static NDArray channelsLast(NDArray x) {
        return Kernels.call("channels_last", x);
    }

    /** As {@link #channelsLast}, but in memory of its own in any case. */
    public static NDArray channelsLastCopy(NDArray x) {
        return Kernels.call("channels_last_copy", x);
    }

    /** Writes the numbers of {@code source}, whatever their format, into {@code target}, which is of the same shape. */
    public static void copy(NDArray source, NDArray target) {
        Kernels.call("copy", source, target).close();
    }

    /** Rows of {@code table} (V, C) for ids (B, L). */
    public static NDArray embedding(NDArray ids, NDArray table) {
        return JniUtils.embedding((PtNDArray) ids, (PtNDArray) table, false);
    }

    /** Euclidean lengths (out) of the rows of w + scale · up down; w (out, in), up (out, r), down (r, in). */
    public static NDArray rowNorms(NDArray w, NDArray up, NDArray down, double scale) {
        return Kernels.call("row_norms", w, up, down, scale);
    }

    public static NDArray concat(List<NDArray> arrays, int axis) {
        return JniUtils.cat(arrays.toArray(PtNDArray[]::new), axis);
    }

    /** Mean squared error over all elements. */
    public static NDArray mse(NDArray x, NDArray y) {
        return Kernels.call("mse", x, y);
    }

    /** The same bytes, of two each, as bfloat16 numbers: how such an array is made, since DJL cannot name it. */
    public static NDArray asBfloat16(NDArray x) {
        return Kernels.call("reinterpret", x, BFLOAT16);
    }

    /**
     * Weights may be stored in another format than the activations have, which decide: such weights are cast as they
     * are used. Under autocast the norms are left to libtorch, whose sums are FLOAT32 all the same.
     */
    private static boolean differ(NDArray x, NDArray weight) {
        return x.getDataType() != weight.getDataType() && !Autocast.isOn();
    }

    private static final int BFLOAT16 = Precision.BFLOAT16.torchNumber();
}
