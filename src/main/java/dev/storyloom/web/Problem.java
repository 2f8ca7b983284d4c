package dev.storyloom.web;

/**
 * An expected failure with a kind sentence for the person: an HTTP status, a stable code for programs, and a message
 * in the viewer's language (a feature takes it from its own message bundle).
 */
public class Problem extends RuntimeException {
    private final int status;
    private final String code;

    public Problem(int status, String code, String message) {
        super(message, null, false, false);
        this.status = status;
        this.code = code;
    }

    public int status() {
        return status;
    }

    public String code() {
        return code;
    }
}
