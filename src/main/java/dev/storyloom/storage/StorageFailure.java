package dev.storyloom.storage;

import java.io.IOException;
import java.nio.file.FileSystemException;
import java.util.Locale;

/** Bytes could not be stored or read. Nothing half-written is left behind. */
public class StorageFailure extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final boolean full;

    public StorageFailure(String what, IOException cause) {
        super(what, cause);
        this.full = isFull(cause);
    }

    /** True when the disk (or its quota) is full, so that making room helps. */
    public boolean full() {
        return full;
    }

    /** Recognises a full disk, which Java tells only in words. */
    public static boolean isFull(Throwable failure) {
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            String reason = cause instanceof FileSystemException file ? file.getReason() : cause.getMessage();
            String words = reason == null ? "" : reason.toLowerCase(Locale.ROOT);
            if (words.contains("no space left") || words.contains("quota exceeded") || words.contains("not enough space")) {
                return true;
            }
        }
        return false;
    }
}
