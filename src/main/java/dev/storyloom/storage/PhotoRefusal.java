package dev.storyloom.storage;

import java.util.Locale;

/** Why a photo is not taken, with the HTTP status that says so. */
public enum PhotoRefusal {
    FILE_MISSING(400),
    EMPTY_FILE(422),
    FILE_TOO_LARGE(413),
    NOT_AN_IMAGE(415),
    HEIC_UNSUPPORTED(415),
    ANIMATED(422),
    CORRUPT_IMAGE(422),
    TOO_MANY_PIXELS(422),
    TOO_SMALL(422),
    BAD_ASPECT(422),
    BAD_SQUARE(422),
    DUPLICATE(200),
    PHOTO_LIMIT(409),
    BUSY(503),
    STORAGE(507);

    private final int status;

    PhotoRefusal(int status) {
        this.status = status;
    }

    public int status() {
        return status;
    }

    /** The stable code for programs, such as {@code too_small}. */
    public String code() {
        return name().toLowerCase(Locale.ROOT);
    }
}
