package dev.storyloom.diffusion.tensor;

import com.sun.jna.Native;
import com.sun.jna.Platform;
import java.util.function.Supplier;
import org.slf4j.LoggerFactory;

/**
 * Keeps libtorch's memory near what it needs, where the C library is glibc (mallopt(3)); elsewhere nothing happens. By
 * itself glibc has eight heaps for each processor and, once a large piece has been freed, takes the next of that size from
 * a heap, out of whose middle nothing goes back to the system: a quarter of a small model's memory.
 *
 * <p>And lets libtorch ask for huge pages for what takes more than 2 MiB: a model's packed weights are written for the
 * first time in half the time, most of which the system spends on clearing pages.
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

        native int setenv(String name, String value, int overwrite);
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

    /** One heap for all threads from now on, and huge pages. Comes before libtorch, which reads its setting once. */
    static void prepare() {
        if (C_LIBRARY != null) {
            C_LIBRARY.setenv("THP_MEM_ALLOC_ENABLE", "1", 0);
        }
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
