package dev.storyloom.diffusion.tensor;

import ai.djl.ndarray.NDArray;
import ai.djl.pytorch.engine.PtNDArray;
import ai.djl.pytorch.jni.JniUtils;
import java.util.List;

/** Backward passes and the optimizer's arithmetic, over lists of parameters. */
public final class Autograd {
    private Autograd() {}

    /** A second handle on the same numbers that a graph of its own starts from. */
    public static NDArray leaf(NDArray array) {
        NDArray leaf = array.stopGradient();
        leaf.setRequiresGradient(true);
        return leaf;
    }

    /** Whether a gradient would flow through {@code array}: it is a parameter, or was computed from one. */
    public static boolean tracks(NDArray array) {
        return Kernels.ask("tracked", array);
    }

    /** Accumulates d loss / d parameter into every parameter that {@code loss} (a scalar) depends on. */
    public static void backward(NDArray loss) {
        try (var scope = Scope.open()) {
            JniUtils.backward((PtNDArray) loss, (PtNDArray) loss.onesLike(), false, false);
        }
    }

    public static void requireGrad(NDArray parameter) {
        JniUtils.attachGradient((PtNDArray) parameter, true);
    }

    /** The gradient, or null where no backward pass has reached {@code parameter}. */
    public static NDArray grad(NDArray parameter) {
        return JniUtils.getGradient((PtNDArray) parameter);
    }

    public static void zeroGrad(NDArray parameter) {
        JniUtils.zeroGrad((PtNDArray) parameter);
    }

    /** Global L2 norm, as torch.nn.utils.clip_grad_norm_ computes it. */
    public static double norm(List<NDArray> grads) {
        try (var scope = Scope.open()) {
            return Kernels.call("grad_norm", grads).getFloat();
        }
    }

    /** One decoupled AdamW update in place; {@code gradScale} multiplies the gradients first (clipping). */
    public static void adamw(
            List<NDArray> parameters,
            List<NDArray> grads,
            List<NDArray> m,
            List<NDArray> v,
            AdamStep step,
            double gradScale) {
        try (var scope = Scope.open();
                var off = GradMode.off()) {
            Kernels.call(
                    "adamw",
                    parameters,
                    grads,
                    m,
                    v,
                    step.learningRate(),
                    step.beta1(),
                    step.beta2(),
                    step.eps(),
                    step.weightDecay(),
                    step.update(),
                    gradScale);
        }
    }

    /** averages ← averages + rate · (parameters − averages), in place. */
    public static void average(List<NDArray> averages, List<NDArray> parameters, double rate) {
        try (var scope = Scope.open();
                var off = GradMode.off()) {
            Kernels.call("ema", averages, parameters, rate);
        }
    }

    /** The numbers of one update; {@code update} counts from 1. */
    public record AdamStep(double learningRate, double beta1, double beta2, double eps, double weightDecay, int update) {
        public static AdamStep of(double learningRate, double weightDecay, int update) {
            return new AdamStep(learningRate, 0.9, 0.999, 1e-8, weightDecay, update);
        }
    }
}
