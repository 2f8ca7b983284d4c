package dev.storyloom.diffusion.weights;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;

import com.sun.management.ThreadMXBean;

import dev.storyloom.diffusion.SafetensorsException;

/**
 * What must hold for any bytes whatever, as a Jazzer target ({@code .ci/fuzz}): a file is read in
 * full or refused with a SafetensorsException, and neither takes memory beyond the file's size.
 */
public final class SafetensorsFuzz {

    /** Room for the JSON parser's own buffers and one exception. */
    private static final long SLACK = 2 << 20;
    private static final ThreadMXBean THREADS = (ThreadMXBean) ManagementFactory.getThreadMXBean();
    private static final Path FILE = temporary();

    private SafetensorsFuzz() {
    }

    public static void fuzzerTestOneInput(byte[] bytes) {
        try {
            Files.write(FILE, bytes);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        long most = SLACK + 64L * bytes.length;
        long taken = read(bytes.length);
        // Jazzer instruments classes as they are first used, in the same thread: what counts is a second time.
        if (taken > most) {
            taken = read(bytes.length);
        }
        require(taken < most, "took " + taken + " bytes for " + bytes.length);
    }

    /** Returns the bytes of heap that it took. */
    private static long read(int size) {
        long before = THREADS.getCurrentThreadAllocatedBytes();
        try {
            readAll(SafetensorsFile.open(FILE), size);
        } catch (SafetensorsException refused) {
            require(!refused.code().isBlank() && refused.getMessage().length() < 1_000, "a refusal says why, in short");
            require(!refused.code().equals("unreadable"), refused.toString());
        }
        return THREADS.getCurrentThreadAllocatedBytes() - before;
    }

    private static void readAll(SafetensorsFile file, long size) {
        long data = 0;
        for (TensorInfo info : file.tensors().values()) {
            data += info.length();
            require(file.bytes(info.name()).remaining() == info.length(), info + " is not as long as it says");
            try {
                require(file.floats(info.name()).length == info.elements(), info + " has not the elements it says");
            } catch (SafetensorsException unsupported) {
                require(unsupported.code().equals("unsupported_dtype"), unsupported.toString());
            }
        }
        require(data <= size - 8, "more data than file");
    }

    private static void require(boolean condition, String what) {
        if (!condition) {
            throw new AssertionError(what);
        }
    }

    private static Path temporary() {
        try {
            Path file = Files.createTempFile("fuzz", ".safetensors");
            file.toFile().deleteOnExit();
            return file;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
