package dev.storyloom.story.condenser;

import java.text.Normalizer;

/** A story's text that may be condensed: composed (NFC), free of control and invisible signs, not empty, not too long. */
public final class StoryText {

    /** Characters (Unicode code points) after composition, so that an accent costs nothing. */
    public static final int LONGEST = 20_000;

    /** No story of {@link #LONGEST} characters needs more marks than this; more is not even read. */
    private static final int LONGEST_RAW = 8 * LONGEST;

    private final String text;

    private StoryText(String text) {
        this.text = text;
    }

    /** @throws StoryException {@code empty_story} or {@code story_too_long} */
    public static StoryText of(String raw) {
        String given = raw == null ? "" : raw;
        if (given.length() > LONGEST_RAW) {
            throw new StoryException(StoryException.TOO_LONG);
        }
        String composed = Normalizer.normalize(given, Normalizer.Form.NFC);
        if (composed.codePointCount(0, composed.length()) > LONGEST) {
            throw new StoryException(StoryException.TOO_LONG);
        }
        String clean = clean(composed);
        if (clean.isBlank()) {
            throw new StoryException(StoryException.EMPTY);
        }
        return new StoryText(clean);
    }

    private static String clean(String composed) {
        StringBuilder out = new StringBuilder(composed.length());
        int previous = 0;
        for (int i = 0; i < composed.length(); ) {
            int c = composed.codePointAt(i);
            i += Character.charCount(c);
            int kept = visible(c, previous);
            if (kept != 0) {
                out.appendCodePoint(kept);
            }
            previous = c;
        }
        return out.toString().strip();
    }

    /** The sign to keep for a code point, 0 for none. Lines end in a line feed, every other space is a plain one. */
    private static int visible(int c, int previous) {
        if (c == '\n') {
            return previous == '\r' ? 0 : '\n';
        }
        if (c == '\r' || c == 0x2028 || c == 0x2029 || c == 0x85) {
            return '\n';
        }
        if (c == '\t' || Character.isSpaceChar(c)) {
            return ' ';
        }
        return switch (Character.getType(c)) {
            case Character.CONTROL, Character.FORMAT, Character.SURROGATE, Character.PRIVATE_USE,
                 Character.UNASSIGNED -> 0;
            default -> c;
        };
    }

    @Override
    public String toString() {
        return text;
    }
}
