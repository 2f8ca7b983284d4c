package dev.storyloom.character;

/** What the coach would tell somebody about a photo, the weightiest first. None of it keeps a photo out. */
public enum PhotoHint {
    TWIN, FACES, BLURRED, DARK, BRIGHT, SMALL;

    String told(CharacterMessages words) {
        return switch (this) {
            case TWIN -> words.hintTwin();
            case FACES -> words.hintFaces();
            case BLURRED -> words.hintBlurred();
            case DARK -> words.hintDark();
            case BRIGHT -> words.hintBright();
            case SMALL -> words.hintSmall();
        };
    }

    /** What would help when this is said of the most photos. */
    String advice(CharacterMessages words) {
        return switch (this) {
            case TWIN -> words.adviceTwin();
            case FACES -> words.adviceFaces();
            case BLURRED -> words.adviceBlurred();
            case DARK -> words.adviceDark();
            case BRIGHT -> words.adviceBright();
            case SMALL -> words.adviceSmall();
        };
    }
}
