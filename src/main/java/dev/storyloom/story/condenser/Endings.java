package dev.storyloom.story.condenser;

import java.util.List;
import java.util.Set;

/** Words for what ends: the weather that is over, the moment until which something goes on. */
final class Endings {

    private static final Set<String> OVER = Set.of("over", "stopped", "ended", "passed", "gone", "melted", "tạnh", "tan",
            "ngớt", "dứt", "ngừng");
    private static final Set<String> UNTIL = Set.of("until", "till", "before", "đến", "tới", "since", "từ");

    private Endings() {
    }

    /** "Until the moon came up", "cho đến khi trăng lên": when it ends is not when it is. */
    static boolean until(List<Word> words, Hit hit) {
        for (int i = hit.from() - 1; i >= Math.max(0, hit.from() - 3); i--) {
            if (UNTIL.contains(words.get(i).text())) {
                return true;
            }
        }
        return false;
    }

    /** "Until the neighbours knocked", "cho đến khi xe lăn bánh": what ends a scene is not its picture. */
    static boolean untilThen(List<Word> words, int from) {
        for (int i = from - 1; i > 0 && from - i < 4 && !words.get(i + 1).first(); i--) {
            String two = words.get(i - 1).text() + " " + words.get(i).text();
            if (words.get(i).text().matches("until|till") || two.matches("(đến|tới|mãi) (khi|lúc)")) {
                return true;
            }
        }
        return false;
    }

    /** "The storm was over", "mưa tạnh". */
    static boolean over(List<Word> words, Hit hit) {
        for (int i = hit.to(); i < Math.min(words.size(), hit.to() + 3) && !words.get(i).first(); i++) {
            if (OVER.contains(words.get(i).text())) {
                return true;
            }
        }
        return false;
    }
}
