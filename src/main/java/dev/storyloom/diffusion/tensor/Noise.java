package dev.storyloom.diffusion.tensor;

import ai.djl.Device;
import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.DataType;
import ai.djl.ndarray.types.Shape;
import ai.djl.pytorch.engine.PtNDManager;
import ai.djl.pytorch.jni.JniUtils;

/**
 * Standard normal noise from a seed, bit-equal to {@code torch.manual_seed(seed); torch.randn(shape)} on a CPU. libtorch
 * has one generator for all threads, so seeding and drawing are one locked step.
 */
public final class Noise {
    private static final Object GENERATOR = new Object();

    private Noise() {}

    /** A FLOAT32 array of {@code shape} owned by {@code owner}. */
    public static NDArray normal(NDManager owner, long seed, Shape shape) {
        synchronized (GENERATOR) {
            JniUtils.setSeed(seed);
            return JniUtils.normal((PtNDManager) owner, 0, 1, shape, DataType.FLOAT32, Device.cpu());
        }
    }
}
