package dev.storyloom.story.condenser;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/** How a Vietnamese story calls somebody: the goose of "cô ngỗng" is "cô" from then on, and the mole of "bác chuột" is "bác". */
final class Address {

    private static final Set<String> TITLES = Set.of("cô", "chú", "bác", "anh", "chị", "cậu", "nàng", "chàng", "dì",
            "thím", "lão", "gã", "ông", "bà", "cụ", "thầy");

    private final Map<Figure, Set<String>> titles = new HashMap<>();

    /** Somebody was named by the words from {@code from} on; the word before may be the title too ("chị Hà"). */
    void hear(Figure figure, List<Word> words, int from) {
        String first = words.get(from).text();
        String before = from == 0 || words.get(from).first() ? "" : words.get(from - 1).text();
        for (String title : List.of(first, before, figure.name().split(" ")[0].toLowerCase(Locale.ROOT))) {
            if (TITLES.contains(title)) {
                titles.computeIfAbsent(figure, key -> new HashSet<>()).add(title);
            }
        }
    }

    boolean calls(String title, Figure figure) {
        return titles.getOrDefault(figure, Set.of()).contains(title);
    }
}
