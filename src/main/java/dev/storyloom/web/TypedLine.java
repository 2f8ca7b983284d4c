package dev.storyloom.web;

/** What somebody typed into a field of one line, for names. */
public final class TypedLine {
    /** A letter of Korean by its kind, and nothing to see. */
    private static final String FILLERS = "\u115f\u1160\u3164\uffa0";

    private TypedLine() {
    }

    /** Without line ends, control signs and blanks around it; never null, and empty where a reader would see nothing. */
    public static String of(String raw) {
        var line = raw == null ? "" : raw.replaceAll("[\\s\\p{Cc}]+", " ").strip();
        return line.codePoints().allMatch(TypedLine::unseen) ? "" : line;
    }

    private static boolean unseen(int sign) {
        return Character.isSpaceChar(sign) || Character.getType(sign) == Character.FORMAT || FILLERS.indexOf(sign) >= 0;
    }
}
