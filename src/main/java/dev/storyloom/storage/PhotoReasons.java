package dev.storyloom.storage;

/** Says a refusal in the words of a message bundle. */
public final class PhotoReasons {

    public static final int MOST_PHOTOS = 40;

    private PhotoReasons() {
    }

    public static String say(PhotoRefusal reason, PhotoMessages words) {
        return switch (reason) {
            case FILE_MISSING -> words.fileMissing();
            case EMPTY_FILE -> words.emptyFile();
            case FILE_TOO_LARGE -> words.fileTooLarge((int) (PhotoIntake.MOST_BYTES >> 20));
            case NOT_AN_IMAGE -> words.notAnImage();
            case HEIC_UNSUPPORTED -> words.heicUnsupported();
            case ANIMATED -> words.animated();
            case CORRUPT_IMAGE -> words.corruptImage();
            case TOO_MANY_PIXELS -> words.tooManyPixels();
            case TOO_SMALL -> words.tooSmall(PhotoDecoder.SHORTEST_SIDE);
            case BAD_ASPECT -> words.badAspect();
            case BAD_SQUARE -> words.badSquare(PhotoSquare.SMALLEST);
            case DUPLICATE -> words.duplicate();
            case PHOTO_LIMIT -> words.photoLimit(MOST_PHOTOS);
            case BUSY -> words.busy();
            case STORAGE -> words.storage();
        };
    }
}
