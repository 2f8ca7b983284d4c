package dev.storyloom.story.condenser;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/** Decides who of those on stage stays there: companions go along, others are left behind, some go away. */
final class Entrances {

    private static final Set<String> MEETING = Set.of("met", "meet", "gặp");
    private static final Set<String> ALONE = Set.of("alone", "herself", "himself");
    private static final Set<String> NOT = Set.of("not", "never", "không", "chẳng", "đừng", "leave", "left", "let");
    /** "In the next village lived a rich man" is a tale of its own; any other newcomer comes to the hero. */
    private static final Set<String> LIVING = Set.of("lived", "there", "once", "sống", "meanwhile", "elsewhere");
    /** They are the hero's own, and where they are the hero is. */
    private static final Set<String> RELATED = Set.of("teacher", "classmates", "friends", "friend", "children");
    private static final Set<String> SUDDENLY = Set.of("suddenly", "then", "bỗng", "chợt", "thình", "đột", "bất", "rồi");
    private static final Set<String> LEAVING = Set.of("left", "leave", "vanished", "disappeared", "gone", "departed");
    private static final Set<String> REMAINING = Set.of("had", "have", "has", "was", "were", "is", "only", "nothing");
    private static final Set<String> AWAY = Set.of("away", "off", "out");
    private static final Set<String> GOING = Set.of("flew", "ran", "swam", "went", "walked", "galloped", "rode", "hurried",
            "slipped", "drove", "sailed", "rolled");

    private final Language language;

    Entrances(Language language) {
        this.language = language;
    }

    /**
     * Who of those present before is still there beside those whom the sentence names: those go along who are the
     * hero's company.
     */
    Set<Figure> staying(Set<Figure> before, Set<Figure> named, List<Word> words, Predicate<Figure> goesAlong,
                        boolean elsewhere, boolean leap, boolean later, boolean opens, boolean atHome, boolean newcomers) {
        if (alone(words)) {
            return Set.of();
        }
        boolean moved = elsewhere || leap;
        boolean heroActs = named.stream().anyMatch(goesAlong);
        boolean comes = newcomers && words.stream().noneMatch(word -> LIVING.contains(word.text()))
                || named.stream().allMatch(figure -> RELATED.contains(figure.noun()));
        boolean meets = words.stream().anyMatch(word -> MEETING.contains(word.text()));
        return before.stream().filter(figure -> {
            if (moved && !leap && named.isEmpty() && figure.kin()) {
                return true;
            }
            if (moved) {
                boolean sameScene = !elsewhere || !opens || suddenly(words) || comes
                        || !figure.creature() && named.stream().allMatch(Figure::creature)
                        || (atHome || !leap) && named.stream().allMatch(Figure::kin);
                return goesAlong.test(figure) && (named.isEmpty() || heroActs || figure.cast() && sameScene);
            }
            return goesAlong.test(figure) || !meets && !later;
        }).collect(Collectors.toCollection(LinkedHashSet::new));
    }

    /** What comes suddenly comes to those who are there. */
    private static boolean suddenly(List<Word> words) {
        return !words.isEmpty() && SUDDENLY.contains(words.get(0).text());
    }

    /** "by himself", "một mình". */
    private boolean alone(List<Word> words) {
        for (int i = 0; i < words.size(); i++) {
            String word = words.get(i).text();
            String previous = i == 0 ? "" : words.get(i - 1).text();
            if (NOT.contains(word) || word.endsWith("n't")) {
                return false;
            }
            boolean byHimself = !word.equals("alone") && previous.equals("by");
            if (language == Language.ENGLISH ? ALONE.contains(word) && (byHimself || word.equals("alone"))
                    : word.equals("mình") && previous.equals("một")) {
                return true;
            }
        }
        return false;
    }

    /** Whether whoever acts last goes away with the sentence: "the bird flew away", "bỏ đi". */
    boolean leaves(List<Word> words) {
        for (int i = 0; i < words.size(); i++) {
            String word = words.get(i).text();
            String next = i + 1 < words.size() ? words.get(i + 1).text() : "";
            // "Had one match left".
            boolean remains = word.equals("left")
                    && words.subList(0, i).stream().anyMatch(before -> REMAINING.contains(before.text()));
            boolean missing = word.equals("gone") && i > 0 && REMAINING.contains(words.get(i - 1).text());
            boolean became = missing || word.equals("gone") && !next.isEmpty() && !AWAY.contains(next);
            boolean english = LEAVING.contains(word) && i + 1 >= words.size() - 2 && !became && !remains
                    || GOING.contains(word) && AWAY.contains(next) && i + 2 >= words.size() - 1;
            boolean vietnamese = word.equals("biến") && next.equals("mất") || word.equals("bỏ") && next.matches("đi|chạy")
                    || word.equals("bay") && next.matches("đi|mất");
            if (language == Language.ENGLISH ? english : vietnamese) {
                return true;
            }
        }
        return false;
    }
}
