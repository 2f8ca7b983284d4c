package dev.storyloom.diffusion.tensor;

import ai.djl.Device;
import ai.djl.engine.Engine;
import ai.djl.ndarray.NDManager;
import ai.djl.pytorch.jni.JniUtils;

/** Starts libtorch once, without any network, and hands out the managers that own long-lived arrays. */
public final class Torch {
    private static final NDManager ROOT = start();

    private Torch() {}

    private static NDManager start() {
        // DJL asks a cloud metadata service for its whereabouts unless it is told not to.
        System.setProperty("ai.djl.offline", "true");
        System.setProperty("OPT_OUT_TRACKING", "true");
        NDManager root = Engine.getEngine("PyTorch").newBaseManager(Device.cpu());
        root.setName("storyloom");
        return root;
    }

    /** The manager at the root of all of Storyloom's arrays; never closed. */
    static NDManager root() {
        return ROOT;
    }

    /** A new owner for arrays that outlive a scope: a model's weights, an optimizer's state. The caller closes it. */
    public static NDManager newOwner(String name) {
        NDManager owner = ROOT.newSubManager();
        owner.setName(name);
        return owner;
    }

    /** Threads that one operator may use. */
    public static void setThreads(int threads) {
        JniUtils.setNumThreads(threads);
    }

    /** For example "libtorch 2.7.1". */
    public static String version() {
        return "libtorch " + Engine.getEngine("PyTorch").getVersion();
    }

    public static int threads() {
        return JniUtils.getNumThreads();
    }

    /** Live arrays of all owners together; returns to its baseline when every scope has closed. */
    public static int liveArrays() {
        return ROOT.getManagedArrays().size();
    }
}
