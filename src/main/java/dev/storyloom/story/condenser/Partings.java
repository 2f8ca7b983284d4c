package dev.storyloom.story.condenser;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/** Remembers which of the given characters have gone off alone: then the story tells now of one, now of the other. */
final class Partings {

    private static final Set<String> FRIEND = Set.of("friend", "bạn");

    private static final Set<String> MEANWHILE = Set.of("meanwhile", "that very moment", "that very minute", "at the same time",
            "the same moment", "trong khi đó", "trong lúc đó", "trong lúc ấy", "trong khi ấy", "cùng lúc đó", "cùng lúc ấy",
            "đúng lúc ấy ở", "bấy giờ ở");
    private static final Set<String> AND = Set.of("and", "but", "while", "còn", "nhưng");
    private static final int HEAD = 7;

    private final Set<Figure> apart = new HashSet<>();

    /** @param there who stays behind */
    void leave(Set<Figure> gone, Set<Figure> there) {
        gone.stream().filter(figure -> figure.cast() && there.stream().anyMatch(Figure::cast)).forEach(apart::add);
    }

    /** When one of two who have parted is told of again, the other is not there; a sentence that names both joins them. */
    void follow(Sight sight, Set<Figure> here, List<Word> words) {
        Set<Figure> named = sight.onStage.stream().filter(Figure::cast).collect(Collectors.toSet());
        if (sight.opens && named.size() == 1 && meanwhile(words)) {
            // The picture changes over to one of them, and the other goes on elsewhere.
            List<Figure> others = here.stream()
                    .filter(figure -> !named.contains(figure) && !sight.onStage.contains(figure)).toList();
            others.stream().filter(Figure::cast).forEach(apart::add);
            apart.removeAll(named);
            others.forEach(here::remove);
            return;
        }
        boolean together = named.size() > 1 || words.stream().anyMatch(word -> FRIEND.contains(word.text()));
        if (together) {
            apart.clear();
        }
        if (!together && sight.opens && apart.containsAll(named) && !named.isEmpty()) {
            List<Figure> others = here.stream().filter(figure -> figure.cast() && !named.contains(figure)).toList();
            apart.removeAll(named);
            apart.addAll(others);
            here.removeAll(others);
        }
    }

    /** "Granda went up to the house, and Isla stayed": the picture stays with her. */
    static boolean othersStay(List<Word> words, int from) {
        for (int i = from; i + 1 < words.size(); i++) {
            String next = words.get(i + 1).text();
            boolean stays = words.get(i).text().equals("stayed") || words.get(i).text().equals("ở") && next.equals("lại");
            boolean other = i - 1 > from && words.get(i - 1).capital() && AND.contains(words.get(i - 2).text());
            if (stays && other) {
                return true;
            }
        }
        return false;
    }

    private static boolean meanwhile(List<Word> words) {
        String head = words.stream().limit(HEAD).map(Word::text).collect(Collectors.joining(" ", " ", " "));
        return MEANWHILE.stream().anyMatch(cue -> head.contains(" " + cue + " "));
    }
}
