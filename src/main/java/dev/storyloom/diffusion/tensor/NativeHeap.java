package dev.storyloom.diffusion.tensor;

import com.sun.jna.Native;
import com.sun.jna.Platform;
import java.util.function.Supplier;
import org.slf4j.LoggerFactory;

/**
 * Keeps libtorch's memory near what it needs, where the C library is glibc (mallopt(3)); elsewhere nothing happens. By
 * itself glibc has eight heaps for each processor and, once a large piece has been freed, takes the next of that size from
 * a heap, out of whose middle nothing goes back to the system: a quarter of a small model's memory.
 */
public final class NativeHeap {
    private static final int MMAP_THRESHOLD = -3;
    private static final int ARENA_MAX = -8;
    private static final int SMALL = 64 << 10;
    /** Maps of usual pictures stay in the heap: asking the system for each anew would cost time. */
    private static final int LARGE = 32 << 20;

    private static final C C_LIBRARY = load();

    private NativeHeap() {}

    /** Bound by {@link Native#register}, without reflection at each call. */
    private static final class C {
        static {
            Native.register("c");
        }

        native int mallopt(int parameter, int value);
    }

    private static C load() {
        try {
            C c = Platform.isLinux() ? new C() : null;
            return c != null && c.mallopt(ARENA_MAX, 1) == 1 ? c : null;
        } catch (UnsatisfiedLinkError other) {
            LoggerFactory.getLogger(NativeHeap.class).debug("This C library has no mallopt.", other);
            return null;
        }
    }

    /** One heap for all threads from now on. */
    static void unite() {
        // Loading the class has done it.
    }

    /** Runs what needs large pieces of memory for a moment; they go back to the system at once. */
    public static <T> T passing(Supplier<T> work) {
        if (C_LIBRARY == null) {
            return work.get();
        }
        C_LIBRARY.mallopt(MMAP_THRESHOLD, SMALL);
        try {
            return work.get();
        } finally {
            C_LIBRARY.mallopt(MMAP_THRESHOLD, LARGE);
        }
    }
}
