package dev.storyloom.story.condenser;

import java.util.List;

/** The title of a story: its first line if that looks like one, else made from who and where. */
final class TitleMaker {

    private static final int LONGEST = 80;

    private TitleMaker() {
    }

    /** The first line if it is a title, else an empty text. */
    static String written(String story) {
        int end = story.indexOf('\n');
        if (end < 0) {
            return "";
        }
        String line = story.substring(0, end).strip();
        boolean heading = line.startsWith("#");
        String title = line.replaceFirst("^#+ *", "").strip();
        if (title.isEmpty() || title.length() > LONGEST || story.substring(end).isBlank()) {
            return "";
        }
        char last = title.charAt(title.length() - 1);
        boolean sentence = ".…:,;".indexOf(last) >= 0 || "\"“«‘'–—-".indexOf(title.charAt(0)) >= 0;
        boolean blankLine = story.startsWith("\n\n", end) || story.substring(end).matches("(?s)\\n *\\n.*");
        boolean asks = "!?".indexOf(last) >= 0;
        return heading || !sentence && (!asks || blankLine) ? title : "";
    }

    static String made(Language language, List<SceneFacts> scenes, List<Moment> moments) {
        Figure hero = scenes.stream().flatMap(s -> s.figures().stream()).findFirst().orElse(null);
        String who = hero == null ? "" : hero.named() ? hero.name() : hero.surface();
        String other = scenes.stream().flatMap(s -> s.figures().stream()).filter(f -> f != hero).findFirst()
                .map(Figure::surface).orElse("");
        if (other.isEmpty()) {
            other = moments.stream().flatMap(m -> m.things().stream()).map(Hit::surface).findFirst().orElse("");
        }
        boolean english = language == Language.ENGLISH;
        if (who.isEmpty()) {
            return english ? "A Little Story" : "Một câu chuyện nhỏ";
        }
        String first = capital(english && !hero.named() ? "the " + who : who);
        if (other.isEmpty()) {
            return english ? "A Story of " + first : "Chuyện của " + first;
        }
        boolean name = Character.isUpperCase(other.charAt(0));
        return english ? first + " and " + (name ? "" : "the ") + titleCase(other) : first + " và " + other;
    }

    private static String capital(String words) {
        return Character.toUpperCase(words.charAt(0)) + words.substring(1);
    }

    private static String titleCase(String words) {
        StringBuilder title = new StringBuilder();
        for (String word : words.split(" ")) {
            title.append(title.isEmpty() ? "" : " ").append(capital(word));
        }
        return title.toString();
    }
}
