package dev.storyloom.diffusion.tensor;

import ai.djl.pytorch.jni.JniUtils;

/**
 * Switches the thread's grad mode and puts it back. Needed at the entry of every piece of engine work, because libtorch
 * switches it on in each new thread.
 */
public final class GradMode implements AutoCloseable {
    private final boolean before = JniUtils.isGradMode();

    private GradMode(boolean enable) {
        JniUtils.setGradMode(enable);
    }

    public static GradMode off() {
        return new GradMode(false);
    }

    public static GradMode on() {
        return new GradMode(true);
    }

    static boolean isOn() {
        return JniUtils.isGradMode();
    }

    @Override
    public void close() {
        JniUtils.setGradMode(before);
    }
}
