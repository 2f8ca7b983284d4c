package dev.storyloom.diffusion.tensor;

/**
 * While open, this thread's convolutions and linear layers compute in bfloat16 (as torch.autocast does): their inputs
 * and weights are cast as they run, sums and losses stay in FLOAT32. Two to three times as fast on processors with
 * bfloat16 units, slower on others.
 */
public final class Autocast implements AutoCloseable {
    private static final ThreadLocal<Boolean> ON = ThreadLocal.withInitial(() -> false);

    private final boolean before = ON.get();

    private Autocast(boolean on) {
        ON.set(on);
    }

    /** Casts to bfloat16 where {@code wanted}; changes nothing otherwise. */
    public static Autocast bfloat16(boolean wanted) {
        return new Autocast(wanted);
    }

    static boolean isOn() {
        return ON.get();
    }

    @Override
    public void close() {
        ON.set(before);
    }
}
