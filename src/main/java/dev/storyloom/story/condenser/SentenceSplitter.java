package dev.storyloom.story.condenser;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/** Cuts a story into sentences; what is said stays with the words that say who said it. */
final class SentenceSplitter {

    private static final Set<String> ABBREVIATIONS = Set.of("mr", "mrs", "ms", "dr", "st", "prof", "jr", "sr", "vs",
            "no", "etc", "e.g", "i.e", "tp", "ts", "ths", "gs", "bs");
    private static final String ENDS = ".!?…";
    private static final String CLOSERS = "\"”’'»」)]";

    private final String text;
    private final boolean[] spoken;
    private final List<Sentence> sentences = new ArrayList<>();

    private SentenceSplitter(String text) {
        this.text = text;
        this.spoken = DirectSpeech.in(text);
    }

    static List<Sentence> split(String text) {
        SentenceSplitter splitter = new SentenceSplitter(text);
        splitter.run();
        return splitter.sentences;
    }

    private void run() {
        int start = 0;
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c == '\n' && !linePoem(i)) {
                add(start, i);
                start = i;
            } else if (ENDS.indexOf(c) >= 0) {
                int end = afterMarks(i);
                if (endsSentence(i, end)) {
                    add(start, end);
                    start = end;
                }
                i = end - 1;
            }
        }
        add(start, text.length());
    }

    /** A single line break inside a sentence that goes on with a small letter is only the width of the page. */
    private boolean linePoem(int i) {
        int next = i + 1;
        while (next < text.length() && text.charAt(next) == ' ') {
            next++;
        }
        return next < text.length() && Character.isLowerCase(text.charAt(next))
                && i > 0 && ".!?…:\"”".indexOf(text.charAt(i - 1)) < 0;
    }

    private int afterMarks(int i) {
        int end = i + 1;
        while (end < text.length() && (ENDS.indexOf(text.charAt(end)) >= 0 || CLOSERS.indexOf(text.charAt(end)) >= 0)) {
            end++;
        }
        return end;
    }

    private boolean endsSentence(int mark, int end) {
        if (end >= text.length()) {
            return true;
        }
        char after = text.charAt(end);
        if (!Character.isWhitespace(after)) {
            return false;
        }
        int next = end;
        while (next < text.length() && Character.isWhitespace(text.charAt(next))) {
            next++;
        }
        if (next >= text.length()) {
            return true;
        }
        boolean insideSpeech = spoken[end] && spoken[mark];
        char follows = text.charAt(next);
        if (insideSpeech || Character.isLowerCase(follows)) {
            return false;
        }
        boolean toldAfterDash = (follows == '–' || follows == '—' || follows == '-') && !text.substring(end, next)
                .contains("\n");
        return !toldAfterDash && !(text.charAt(mark) == '.' && isAbbreviation(mark));
    }

    private boolean isAbbreviation(int dot) {
        int start = dot;
        while (start > 0 && !Character.isWhitespace(text.charAt(start - 1)) && dot - start < 8) {
            start--;
        }
        String word = text.substring(start, dot).toLowerCase(Locale.ROOT);
        return ABBREVIATIONS.contains(word) || word.length() == 1 && Character.isLetter(word.charAt(0))
                && Character.isUpperCase(text.charAt(start)) && !"I".equals(text.substring(start, dot));
    }

    private void add(int from, int to) {
        int start = from;
        int end = to;
        while (start < end && Character.isWhitespace(text.charAt(start))) {
            start++;
        }
        while (end > start && Character.isWhitespace(text.charAt(end - 1))) {
            end--;
        }
        if (start == end) {
            return;
        }
        boolean hasWords = text.substring(start, end).codePoints().anyMatch(Character::isLetterOrDigit);
        int gap = sentences.isEmpty() ? 2 : gap(sentences.get(sentences.size() - 1).end(), start);
        if (!hasWords && !sentences.isEmpty()) {
            Sentence last = sentences.remove(sentences.size() - 1);
            sentences.add(new Sentence(last.start(), end, told(last.start(), end), last.gap()));
            return;
        }
        sentences.add(new Sentence(start, end, told(start, end), gap));
    }

    private int gap(int from, int to) {
        long breaks = text.substring(from, to).chars().filter(c -> c == '\n').count();
        return (int) Math.min(2, breaks);
    }

    private String told(int start, int end) {
        StringBuilder told = new StringBuilder(text.substring(start, end));
        for (int i = start; i < end; i++) {
            if (spoken[i]) {
                told.setCharAt(i - start, i == start || !spoken[i - 1] ? ',' : ' ');
            }
        }
        return told.toString();
    }
}
