package dev.storyloom.job;

import dev.storyloom.diffusion.DiffusionException;
import dev.storyloom.diffusion.LoraException;
import dev.storyloom.diffusion.ModelException;
import dev.storyloom.storage.StorageFailure;

/** A failure with a code that the message bundle explains to the reader, such as {@code model_missing}. */
public class JobFailure extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final String code;
    private final boolean worthRetrying;

    private JobFailure(String code, boolean worthRetrying, Throwable cause) {
        super(code, cause);
        this.code = code;
        this.worthRetrying = worthRetrying;
    }

    /** Fails the job at once: the same thing would happen again. */
    public static JobFailure lasting(String code, Throwable cause) {
        return new JobFailure(code, false, cause);
    }

    /** May pass: the slice is tried again. */
    public static JobFailure passing(String code, Throwable cause) {
        return new JobFailure(code, true, cause);
    }

    /** Finds the code of any failure: the engine's own, a full disk, a lack of memory, or {@code unknown}. */
    static JobFailure of(Throwable failure) {
        if (failure instanceof JobFailure told) {
            return told;
        }
        if (StorageFailure.isFull(failure)) {
            return passing("disk_full", failure);
        }
        if (failure instanceof ModelException || failure instanceof LoraException) {
            return lasting(((DiffusionException) failure).code(), failure);
        }
        return passing(failure instanceof OutOfMemoryError ? "out_of_memory" : "unknown", failure);
    }

    public String code() {
        return code;
    }

    public boolean worthRetrying() {
        return worthRetrying;
    }
}
