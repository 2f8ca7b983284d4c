package dev.storyloom.story.condenser;

import java.util.Arrays;

/** Finds what characters say aloud: the reader reads it, the painter does not. */
final class DirectSpeech {

    private static final int LONGEST = 1500;

    private DirectSpeech() {
    }

    /** For each character of the text, whether it is spoken (quotation marks and dialogue dashes included). */
    static boolean[] in(String text) {
        boolean[] spoken = new boolean[text.length()];
        int i = 0;
        while (i < text.length()) {
            int end = quoteEnd(text, i);
            if (end > i) {
                Arrays.fill(spoken, i, end + 1, true);
                i = end + 1;
            } else if (isDialogueDash(text, i)) {
                i = dialogueLine(text, i, spoken);
            } else {
                i++;
            }
        }
        return spoken;
    }

    private static int quoteEnd(String text, int i) {
        return switch (text.charAt(i)) {
            case '"' -> closing(text, i, '"', '"');
            case '“', '„', '”' -> closing(text, i, '”', '“');
            case '«' -> closing(text, i, '»', '»');
            case '「' -> closing(text, i, '」', '」');
            case '‘' -> single(text, i, '’');
            case '\'' -> single(text, i, '\'');
            default -> -1;
        };
    }

    /** The closing mark in the same paragraph; a paragraph that opens with a mark and never closes is all speech. */
    private static int closing(String text, int open, char close, char other) {
        int stop = Math.min(text.length(), open + LONGEST);
        for (int i = open + 1; i < stop; i++) {
            char c = text.charAt(i);
            if (c == close || c == other) {
                return i;
            }
            if (c == '\n') {
                return startsLine(text, open) ? i - 1 : -1;
            }
        }
        return -1;
    }

    private static int single(String text, int open, char close) {
        boolean opens = (open == 0 || " \n(—–-".indexOf(text.charAt(open - 1)) >= 0)
                && open + 1 < text.length() && Character.isLetter(text.charAt(open + 1));
        if (!opens) {
            return -1;
        }
        int stop = Math.min(text.length(), open + LONGEST);
        for (int i = open + 2; i < stop && text.charAt(i) != '\n'; i++) {
            boolean closes = text.charAt(i) == close && ",.!?…".indexOf(text.charAt(i - 1)) >= 0
                    && (i + 1 == text.length() || !Character.isLetterOrDigit(text.charAt(i + 1)));
            if (closes) {
                return i;
            }
        }
        return -1;
    }

    private static boolean startsLine(String text, int at) {
        int i = at - 1;
        while (i >= 0 && text.charAt(i) == ' ') {
            i--;
        }
        return i < 0 || text.charAt(i) == '\n';
    }

    private static boolean isDash(char c) {
        return c == '–' || c == '—' || c == '-' || c == '―';
    }

    private static boolean isDialogueDash(String text, int i) {
        return isDash(text.charAt(i)) && startsLine(text, i) && i + 1 < text.length()
                && !isDash(text.charAt(i + 1));
    }

    /** "– Spoken – told – spoken": parts between the dashes of a dialogue line are speech and telling in turn. */
    private static int dialogueLine(String text, int start, boolean[] spoken) {
        boolean speaking = true;
        int i = start;
        for (; i < text.length() && text.charAt(i) != '\n'; i++) {
            boolean turn = i > start && isDash(text.charAt(i)) && text.charAt(i - 1) == ' '
                    && i + 1 < text.length() && text.charAt(i + 1) == ' ';
            if (turn) {
                spoken[i] = true;
                speaking = !speaking;
            } else {
                spoken[i] = speaking;
            }
        }
        return i;
    }
}
