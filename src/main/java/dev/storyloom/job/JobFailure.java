package dev.storyloom.job;

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

    public String code() {
        return code;
    }

    public boolean worthRetrying() {
        return worthRetrying;
    }
}
