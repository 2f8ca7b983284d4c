package dev.storyloom.diffusion.tensor;

import ai.djl.engine.EngineException;
import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.types.Shape;
import java.util.List;
import java.util.Locale;
import org.slf4j.LoggerFactory;

/**
 * Blocks of the models on oneDNN's packed weights, for inference in FLOAT32 on x86-64. A packed weight is opaque: only
 * these operators take it. It is right for every size of input, and fastest for the one it was packed for.
 */
public final class PackedOps {
    private static final Kernels KERNELS = load();

    private PackedOps() {}

    private static Kernels load() {
        if (!List.of("amd64", "x86_64").contains(System.getProperty("os.arch").toLowerCase(Locale.ROOT))) {
            return null;
        }
        try {
            return new Kernels(PackedKernelSource.METHODS);
        } catch (EngineException missing) {
            LoggerFactory.getLogger(PackedOps.class).info("This libtorch lacks oneDNN's packed operators.", missing);
            return null;
        }
    }

    /** Whether packed weights can be used on {@code x} now: FLOAT32 on a processor that has them, and no gradient. */
    public static boolean usable(NDArray x) {
        boolean single = Precision.FLOAT32.holds(x) && !x.getDevice().isGpu();
        return single && KERNELS != null && !GradMode.isOn() && !Autocast.isOn() && !Recomputation.isRunning();
    }

    /** weight (out, in, k, k), for inputs of the shape {@code input}. */
    public static NDArray packConv2d(NDArray weight, int stride, int padding, Shape input) {
        return KERNELS.run("pack_conv2d", weight, stride, padding, input);
    }

    /** weight (out, in), for {@code rows} rows of input. */
    public static NDArray packLinear(NDArray weight, long rows) {
        return KERNELS.run("pack_linear", weight, rows);
    }

    public static NDArray conv2d(NDArray x, NDArray packed, NDArray bias, int stride, int padding) {
        return KERNELS.run("conv2d", x, packed, bias, stride, padding);
    }

    /** bias may be null. */
    public static NDArray linear(NDArray x, NDArray packed, NDArray bias) {
        return bias == null ? KERNELS.run("linear_plain", x, packed) : KERNELS.run("linear", x, packed, bias);
    }

    /**
     * A residual block.
     *
     * @param embedding the activated time embedding, or nothing
     * @param weights norm1, conv1, norm2, conv2 and, with an embedding, its projection: weight and bias each
     * @param shortcut weight and bias of the 1×1 convolution on the skip, or nothing
     */
    public static NDArray resnet(
            NDArray x, List<NDArray> embedding, List<NDArray> weights, List<NDArray> shortcut, int groups, double eps) {
        return KERNELS.run("resnet", x, embedding, weights, shortcut, groups, eps);
    }

    /** x (B, C, H, W) → (B, HW, C): group norm, then a linear layer; {@code weights}: those of both. */
    public static NDArray toSequence(NDArray x, List<NDArray> weights, int groups, double eps) {
        return KERNELS.run("to_sequence", x, weights, groups, eps);
    }

    /** x (B, HW, C) through a linear layer and onto the skip (B, C, H, W). */
    public static NDArray toMap(NDArray x, NDArray skip, List<NDArray> weights) {
        return KERNELS.run("to_map", x, skip, weights);
    }

    /**
     * A transformer block. keysValues (B, S, 2C): the text's keys beside its values. weights, in order: norm1; q, k and
     * v in one; out; norm2; q; out; norm3; the feed-forward's gate, its value, its end.
     */
    public static NDArray transformer(NDArray x, NDArray keysValues, List<NDArray> weights, int heads) {
        return KERNELS.run("transformer", x, keysValues, weights, heads);
    }
}
