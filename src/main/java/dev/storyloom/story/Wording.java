package dev.storyloom.story;

import java.text.Normalizer;

/**
 * Cleans what people type: one form of Unicode, one kind of line end, no control characters, nothing that only seems
 * to be text.
 */
public final class Wording {
    private static final String FILLERS = "\u115F\u1160\u2800\u3164\uFFA0";

    private Wording() {
    }

    /** Text of several lines; never null. */
    public static String text(String raw) {
        if (raw == null) {
            return "";
        }
        var lines = raw.replace("\r\n", "\n").replace('\r', '\n');
        var kept = new StringBuilder(lines.length());
        lines.codePoints().filter(Wording::isKept).forEach(kept::appendCodePoint);
        return Normalizer.normalize(kept, Normalizer.Form.NFC).strip();
    }

    /** Text of one line: line ends and runs of blanks become one blank; never null. */
    public static String line(String raw) {
        return text(raw).replaceAll("\\s+", " ").strip();
    }

    /** Whether a reader would see nothing: blanks, zero-width characters and fillers only. */
    public static boolean isBlank(String text) {
        return text.codePoints().allMatch(c -> Character.isWhitespace(c) || Character.isSpaceChar(c)
                || Character.getType(c) == Character.FORMAT || Character.getType(c) == Character.CONTROL
                || FILLERS.indexOf(c) >= 0);
    }

    /** The number of characters as people count them: code points, not UTF-16 units. */
    public static int length(String text) {
        return text.codePointCount(0, text.length());
    }

    /** The text, shortened to so many characters at most. */
    public static String atMost(String text, int limit) {
        return length(text) <= limit ? text : text.substring(0, text.offsetByCodePoints(0, limit)).strip();
    }

    private static boolean isKept(int c) {
        if (c == '\n' || c == '\t') {
            return true;
        }
        var type = Character.getType(c);
        return type != Character.CONTROL && type != Character.SURROGATE && type != Character.UNASSIGNED;
    }
}
