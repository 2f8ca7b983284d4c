package dev.storyloom.story.condenser.model;

import dev.storyloom.story.condenser.StorySafety;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;

/** Lets a model's words through only where they are a few plain English words that a children's book may show. */
final class CheckedWords {

    private static final Pattern PLAIN = Pattern.compile("[a-z][a-z ,'-]*");
    private static final Pattern TALK = Pattern.compile("\\b(ignore|instructions?|prompts?|system|assistant|schema|json|"
            + "rules?|user|http|www|sudo|password|key words|act as|you are|i am|sorry|cannot)\\b");

    /** Words that are not let through. */
    static final class Refused extends RuntimeException {

        private static final long serialVersionUID = 1L;

        Refused(String field) {
            super(field);
        }
    }

    private CheckedWords() {
    }

    /** The words in one spelling; empty stays empty. Placeholders must have been filled before. */
    static String of(String field, String words, int longest) {
        String one = words.strip().replaceAll("\\s+", " ").replaceAll("[.!]+$", "").toLowerCase(Locale.ROOT);
        if (one.isEmpty()) {
            return one;
        }
        boolean fine = one.length() <= longest && PLAIN.matcher(one).matches() && !TALK.matcher(one).find()
                && StorySafety.check(one).safe();
        if (!fine) {
            throw new Refused(field);
        }
        return one;
    }

    static List<String> of(String field, List<String> words, int longest, int most) {
        return words.stream().limit(most).map(word -> of(field, word == null ? "" : word, longest))
                .filter(word -> !word.isEmpty()).distinct().toList();
    }
}
