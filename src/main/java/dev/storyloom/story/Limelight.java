package dev.storyloom.story;

import dev.storyloom.story.condenser.CastMember;
import java.util.Comparator;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Who of a story's characters a page shows as they were learned: the first two that its words name. A LoRA changes the
 * whole painter, so with a third one none would be like itself; the third is painted as one of its kind.
 */
final class Limelight {
    private static final int MOST = 2;

    private Limelight() {
    }

    static String on(String prompt, List<Hero> cast) {
        var named = cast.stream().filter(hero -> where(prompt, hero) >= 0)
                .sorted(Comparator.comparingInt(hero -> where(prompt, hero))).toList();
        var words = prompt;
        for (var hero : named.stream().skip(MOST).toList()) {
            var name = Pattern.quote(hero.token());
            words = words.replaceAll("(?iU)\\b(an?|the) " + name + "\\b",
                    Matcher.quoteReplacement(new CastMember("", hero.classNoun(), null).painted()));
            words = words.replaceAll("(?iU)\\b" + name + "\\b", Matcher.quoteReplacement(hero.classNoun()));
        }
        return words;
    }

    /** The words with each character called as the writer calls it, for who reads them as a story. */
    static String byName(String prompt, List<Hero> cast) {
        var words = prompt;
        for (var hero : cast) {
            words = words.replaceAll("(?iU)\\b((an?|the) )?" + Pattern.quote(hero.token()) + "\\b",
                    Matcher.quoteReplacement(hero.name()));
        }
        return words;
    }

    private static int where(String prompt, Hero hero) {
        var found = Pattern.compile("(?iU)\\b" + Pattern.quote(hero.token()) + "\\b").matcher(prompt);
        return found.find() ? found.start() : -1;
    }
}
