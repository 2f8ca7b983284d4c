package dev.storyloom.story.condenser;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * One word of a sentence.
 *
 * @param text    lower case, in one spelling
 * @param written as the story has it
 * @param first   whether a clause begins here (after a punctuation mark)
 * @param owner   whether it was written with 's
 */
record Word(String text, String written, boolean first, boolean owner) {

    private static final String[] OLD_TONES = {"oà", "oá", "oả", "oã", "oạ", "oè", "oé", "oẻ", "oẽ", "oẹ",
        "uỳ", "uý", "uỷ", "uỹ", "uỵ"};
    private static final String[] NEW_TONES = {"òa", "óa", "ỏa", "õa", "ọa", "òe", "óe", "ỏe", "õe", "ọe",
        "ùy", "úy", "ủy", "ũy", "ụy"};

    static List<Word> of(String sentence) {
        List<Word> words = new ArrayList<>();
        boolean first = true;
        int i = 0;
        while (i < sentence.length()) {
            char c = sentence.charAt(i);
            if (!Character.isLetterOrDigit(c)) {
                first |= !Character.isWhitespace(c) && c != '-' && c != '\'' && c != '’';
                i++;
                continue;
            }
            int end = i + 1;
            while (end < sentence.length() && isInside(sentence, end)) {
                end++;
            }
            words.add(word(sentence.substring(i, end), first));
            first = false;
            i = end;
        }
        return words;
    }

    private static boolean isInside(String s, int i) {
        char c = s.charAt(i);
        if (Character.isLetterOrDigit(c) || Character.getType(c) == Character.NON_SPACING_MARK) {
            return true;
        }
        return (c == '\'' || c == '’') && i + 1 < s.length() && Character.isLetter(s.charAt(i + 1));
    }

    private static Word word(String written, boolean first) {
        String text = written.toLowerCase(Locale.ROOT).replace('’', '\'');
        boolean owner = text.endsWith("'s");
        String bare = owner ? written.substring(0, written.length() - 2) : written;
        return new Word(oneSpelling(owner ? text.substring(0, text.length() - 2) : text), bare, first, owner);
    }

    /** Vietnamese has two ways to place a tone mark (hoà, hòa); both become the newer one. */
    static String oneSpelling(String word) {
        for (int i = 0; i < OLD_TONES.length; i++) {
            if (word.endsWith(OLD_TONES[i]) && !word.startsWith("qu")) {
                return word.substring(0, word.length() - 2) + NEW_TONES[i];
            }
        }
        return word;
    }

    boolean capital() {
        return Character.isUpperCase(written.charAt(0));
    }
}
