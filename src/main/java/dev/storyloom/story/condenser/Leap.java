package dev.storyloom.story.condenser;

import java.util.List;
import java.util.Set;

/** Recognises a leap in time that does not name a part of the day: "the next day", "hôm sau". */
final class Leap {

    private static final Set<String> BEFORE = Set.of("next", "following", "one", "another", "days", "weeks", "years",
            "months", "một", "hai", "ba", "mấy", "vài", "nhiều");
    private static final Set<String> AFTER = Set.of("later", "sau", "kia", "nọ", "passed");

    private Leap() {
    }

    static boolean at(List<Word> words, int i, Language language) {
        String previous = i == 0 ? "" : words.get(i - 1).text();
        String next = i + 1 < words.size() && !words.get(i + 1).first() ? words.get(i + 1).text() : "";
        return language == Language.ENGLISH
                ? BEFORE.contains(previous) || words.get(i).text().equals("later") && i < 6 || AFTER.contains(next)
                : BEFORE.contains(previous) && i < 4 || AFTER.contains(next);
    }
}
