package dev.storyloom.diffusion.tensor;

import ai.djl.Device;
import ai.djl.engine.Engine;
import ai.djl.ndarray.NDManager;
import ai.djl.pytorch.jni.JniUtils;
import ai.djl.util.cuda.CudaUtils;
import dev.storyloom.diffusion.ModelException;
import java.util.regex.Pattern;

/** Starts libtorch once, without any network, and hands out the managers that own long-lived arrays. */
public final class Torch {
    private static final NDManager ROOT = start();

    private Torch() {}

    private static NDManager start() {
        // DJL asks a cloud metadata service for its whereabouts unless it is told not to.
        System.setProperty("ai.djl.offline", "true");
        System.setProperty("OPT_OUT_TRACKING", "true");
        NativeHeap.prepare();
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
        return newOwner(name, Device.cpu());
    }

    /** The same on {@code device}, where every array lies that it owns. */
    public static NDManager newOwner(String name, Device device) {
        NDManager owner = ROOT.newSubManager(device);
        owner.setName(name);
        return owner;
    }

    /** Graphics cards that libtorch can use. */
    public static int cards() {
        return Engine.getEngine("PyTorch").getGpuCount();
    }

    /**
     * The device called {@code name}: {@code cpu}, {@code cuda}, {@code cuda:1} …, or {@code auto} for the first card
     * where there is one; throws ModelException for a card that is not there.
     */
    public static Device device(String name) {
        if (name.equals("cpu") || name.equals("auto") && cards() == 0) {
            return Device.cpu();
        }
        var card = Pattern.compile("auto|cuda(?::(\\d{1,3}))?").matcher(name);
        int index = card.matches() && card.group(1) != null ? Integer.parseInt(card.group(1)) : 0;
        if (!card.matches() || index >= cards()) {
            throw new ModelException("no_device", "There is no device " + name + " here: libtorch sees "
                    + (cards() == 0 ? "no graphics card" : cards() + " graphics card(s)") + ".");
        }
        return Device.gpu(index);
    }

    /** Bytes of memory that the card has; throws IllegalArgumentException for a processor. */
    public static long memory(Device card) {
        return CudaUtils.getGpuMemory(card).getMax();
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
