package dev.storyloom.story;

/**
 * How old the listener is. It suggests a number of pages, so that a page holds about as much as is listened to before
 * the next picture is wanted, and how large a book sets its words at first; it changes no word and no picture.
 */
public enum AgeBand {
    TWO_TO_FOUR("2-4", 120, "huge"),
    FIVE_TO_SEVEN("5-7", 300, "large"),
    EIGHT_TO_TEN("8-10", 600, "");

    private final String key;
    private final int lettersPerPage;
    private final String textSize;

    AgeBand(String key, int lettersPerPage, String textSize) {
        this.key = key;
        this.lettersPerPage = lettersPerPage;
        this.textSize = textSize;
    }

    /** Null where the key is none of ours, or absent: then nobody said how old. */
    public static AgeBand of(String key) {
        for (var band : values()) {
            if (band.key.equals(key)) {
                return band;
            }
        }
        return null;
    }

    public String key() {
        return key;
    }

    public int lettersPerPage() {
        return lettersPerPage;
    }

    /** In the reader's own names: large, huge, or nothing for the usual size. */
    public String textSize() {
        return textSize;
    }

    /** How many pages are suggested for a text; the usual number where nobody said how old. */
    public static int pagesFor(AgeBand band, String text) {
        if (band == null || text == null) {
            return StoryDraft.USUAL_PAGES;
        }
        int pages = (Wording.length(text.strip()) + band.lettersPerPage - 1) / band.lettersPerPage;
        return Math.max(StoryDraft.FEWEST_PAGES, Math.min(StoryDraft.MOST_PAGES, pages));
    }
}
