package dev.storyloom.story.condenser;

import java.util.List;
import java.util.Set;

/** Recognises the words with which somebody leaves the stage: "waved goodbye", "ran home", "bỏ đi", "chào bạn ra về". */
final class Exits {

    private static final Set<String> GOING = Set.of("went", "go", "ran", "run", "walked", "drove", "rode", "hurried", "flew",
            "swam", "sailed", "headed", "trotted", "skipped", "hopped", "rushed", "slipped", "strolled", "wandered",
            "cycled",
            "scampered", "rolled", "marched", "stomped", "galloped", "sped", "shuffled", "tiptoed", "crept", "bounded",
            "paddled", "rowed", "set", "flown", "gone", "hobbled", "waddled", "climbed", "dashed", "scurried",
            "shot", "raced", "darted", "zoomed", "tore");
    private static final Set<String> AWAY = Set.of("home", "away", "off");
    private static final Set<String> SAYING = Set.of("said", "waved", "called", "shouted", "whispered", "bade", "wished");
    private static final Set<String> GOODBYE = Set.of("goodbye", "farewell", "goodnight", "bye");
    private static final Set<String> GONE = Set.of("disappeared", "vanished", "departed", "fled");
    private static final Set<String> AFTER_LEFT = Set.of("for", "them", "him", "again", "too");
    private static final List<String> VIETNAMESE = List.of("ra về", "về nhà", "quay về", "trở về", "bỏ đi", "bỏ chạy", "chạy mất",
            "bay đi", "bay mất", "biến mất", "đi mất", "chạy biến", "lặn mất", "đi làm", "đi chợ", "đi vắng", "đi khỏi",
            "rời đi", "lui ra", "xe đi", "bơi đi", "bay về", "tạm biệt", "từ biệt", "chia tay", "lủi mất", "cúp đuôi",
            "về trời", "tan biến", "chạy trốn", "vút đi", "vụt đi", "chạy trước", "đi công tác", "đi xa", "chào ra về");
    /** These may as well say that somebody comes: they do where the stage is at home. */
    private static final Set<String> COMING_OR_GOING = Set.of("về nhà", "quay về", "trở về", "bay về", "ra về");

    private final Language language;

    Exits(Language language) {
        this.language = language;
    }

    /**
     * Whether the words at {@code i} say that whoever acts goes away.
     *
     * @param athome whether the stage is where people come home to
     */
    boolean at(List<Word> words, int i, boolean athome) {
        return language == Language.ENGLISH ? english(words, i) : vietnamese(words, i, athome);
    }

    /** Whether it is a goodbye, and not merely a way to go ("the whale slipped away"). */
    boolean forGood(List<Word> words, int i) {
        if (language == Language.VIETNAMESE) {
            String two = words.get(i).text() + " " + at(words, i + 1);
            return Set.of("ra về", "tạm biệt", "từ biệt", "chia tay", "quay về").contains(two);
        }
        return SAYING.contains(words.get(i).text()) || Set.of("home", "to", "back").contains(at(words, i + 1))
                && !words.get(i).text().equals("climbed");
    }

    private static boolean english(List<Word> words, int i) {
        String word = words.get(i).text();
        String next = at(words, i + 1);
        String second = at(words, i + 2);
        if (GOING.contains(word)) {
            return AWAY.contains(next) || next.equals("back") && Set.of("home", "to", "into", "down").contains(second)
                    || next.equals("to") && Set.of("bed", "work").contains(second)
                    || next.equals("up") && second.equals("to") && at(words, i + 3).equals("bed");
        }
        if (SAYING.contains(word)) {
            return GOODBYE.contains(next) || GOODBYE.contains(second) || GOODBYE.contains(at(words, i + 3));
        }
        if (word.equals("left")) {
            boolean been = Set.of("was", "were", "been", "is", "had", "the", "her", "his").contains(at(words, i - 1));
            return !been && (next.isEmpty() || AFTER_LEFT.contains(next));
        }
        if (word.equals("stayed") && (Set.of("behind", "home").contains(next) || next.equals("at") && second.equals("home"))) {
            return true;
        }
        if (word.equals("sent") && Set.of("him", "her", "them").contains(next)) {
            return true;
        }
        boolean must = Set.of("had", "must", "has").contains(word)
                && (next.equals("to") && Set.of("go", "leave").contains(second) || Set.of("go", "leave").contains(next));
        return must || GONE.contains(word) || word.equals("seen") && next.equals("again");
    }

    private static boolean vietnamese(List<Word> words, int i, boolean athome) {
        for (String phrase : VIETNAMESE) {
            String[] parts = phrase.split(" ");
            boolean said = words.get(i).text().equals(parts[0]);
            for (int k = 1; said && k < parts.length; k++) {
                said = at(words, i + k).equals(parts[k]);
            }
            if (said) {
                boolean greets = words.subList(0, i).stream().anyMatch(word -> word.text().equals("chào"));
                boolean comesBack = at(words, i + parts.length).equals("về")
                        || athome && !greets && COMING_OR_GOING.contains(phrase);
                return !comesBack;
            }
        }
        return false;
    }

    /** A word of the same clause, or empty. */
    private static String at(List<Word> words, int i) {
        return i < 0 || i >= words.size() || words.get(i).first() ? "" : words.get(i).text();
    }
}
