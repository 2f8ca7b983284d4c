package dev.storyloom.story.condenser;

import java.text.Normalizer;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;

/** A text as words, with the tricks undone that hide a word: invisible signs, look-alike letters, digits for letters. */
final class FoldedText {

    private static final String LOOKALIKE = "сьոօսհցабвгеһіјкмнорѕтухԁԛԝαβεηικμνορτυχωѐёєґғҡҝԍƅɡɑɩʀɴʏ";
    private static final String LATIN_FOR = "cbnouhgabbrehijkmhopstyxdqwabenikmvoptuxweeergkkgbgairny";

    private static final Pattern ACCENTS = Pattern.compile("\\p{M}+");
    private static final Pattern TRIPLED = Pattern.compile("(.)\\1{2,}");

    private FoldedText() {
    }

    /** Words with their accents; digits and signs inside a word stand for the letters that they look like. */
    static List<String> accented(String text) {
        return words(letters(Normalizer.normalize(text, Normalizer.Form.NFKC).toLowerCase(Locale.ROOT)));
    }

    /** The same words in plain Latin letters. */
    static List<String> plain(List<String> accented) {
        List<String> plain = new ArrayList<>(accented.size());
        for (String word : accented) {
            boolean ascii = word.chars().allMatch(c -> c < 128);
            plain.add(ascii ? word : ACCENTS.matcher(Normalizer.normalize(word, Normalizer.Form.NFD)).replaceAll("")
                    .replace('đ', 'd'));
        }
        return plain;
    }

    private static String letters(String text) {
        StringBuilder out = new StringBuilder(text.length());
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (Character.getType(c) == Character.FORMAT || c == '\u00ad' || c >= '\ufe00' && c <= '\ufe0f') {
                continue;
            }
            int known = c < 128 ? -1 : LOOKALIKE.indexOf(c);
            out.append(known < 0 ? c : LATIN_FOR.charAt(known));
        }
        return Normalizer.normalize(out, Normalizer.Form.NFC);
    }

    private static List<String> words(String text) {
        List<String> words = new ArrayList<>();
        StringBuilder spelled = new StringBuilder();
        int i = 0;
        while (i < text.length()) {
            if (!inWord(text, i)) {
                i++;
                continue;
            }
            int end = i + 1;
            while (end < text.length() && inWord(text, end)) {
                end++;
            }
            String word = unleet(text.substring(i, end));
            if (word.length() == 1) {
                spelled.append(word);
            } else {
                addSpelled(words, spelled);
                words.add(Word.oneSpelling(squeezed(word)));
            }
            i = end;
        }
        addSpelled(words, spelled);
        return words;
    }

    private static boolean inWord(String text, int i) {
        char c = text.charAt(i);
        if (Character.isLetterOrDigit(c) || Character.getType(c) == Character.NON_SPACING_MARK) {
            return true;
        }
        boolean between = i > 0 && i + 1 < text.length() && Character.isLetterOrDigit(text.charAt(i - 1))
                && Character.isLetterOrDigit(text.charAt(i + 1));
        return (c == '@' || c == '$' || c == '*' || c == '!') && between;
    }

    private static String unleet(String word) {
        int letters = 0;
        for (int i = 0; i < word.length(); i++) {
            letters += Character.isLetter(word.charAt(i)) ? 1 : 0;
        }
        if (letters == 0 || letters == word.length()) {
            return word;
        }
        return word.replace('0', 'o').replace('1', 'i').replace('3', 'e').replace('4', 'a').replace('5', 's')
                .replace('7', 't').replace('@', 'a').replace('$', 's').replace('!', 'i');
    }

    /** "seeexxx" becomes "sex"; a doubled letter stays. */
    private static String squeezed(String word) {
        for (int i = 2; i < word.length(); i++) {
            if (word.charAt(i) == word.charAt(i - 1) && word.charAt(i) == word.charAt(i - 2)) {
                return TRIPLED.matcher(word).replaceAll("$1");
            }
        }
        return word;
    }

    /** Letters standing alone, three or more in a row, are a word spelled out: "p o r n". */
    private static void addSpelled(List<String> words, StringBuilder spelled) {
        if (spelled.length() > 2) {
            words.add(spelled.toString());
        } else {
            for (int i = 0; i < spelled.length(); i++) {
                words.add(spelled.substring(i, i + 1));
            }
        }
        spelled.setLength(0);
    }
}
