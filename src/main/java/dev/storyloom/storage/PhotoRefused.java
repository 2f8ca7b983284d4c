package dev.storyloom.storage;

/** A photo that is not taken; {@link PhotoReasons} says why in the reader's language. */
public class PhotoRefused extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final PhotoRefusal reason;

    public PhotoRefused(PhotoRefusal reason) {
        this(reason, null);
    }

    public PhotoRefused(PhotoRefusal reason, Throwable cause) {
        super(reason.code(), cause);
        this.reason = reason;
    }

    public PhotoRefusal reason() {
        return reason;
    }
}
