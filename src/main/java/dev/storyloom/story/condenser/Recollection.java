package dev.storyloom.story.condenser;

import java.util.List;
import java.util.Set;

/** Recognises where a story looks back ("last year her grandmother had taught her") and where it comes back to now. */
final class Recollection {

    private static final Set<String> SPANS = Set.of("year", "years", "summer", "winter", "spring", "autumn", "month",
            "months", "week", "weeks", "time");
    private static final Set<String> BACK = Set.of("last", "ago", "before", "earlier");
    private static final Set<String> NOW = Set.of("now", "today", "nowadays");
    private static final List<String> VIETNAMESE_CUES = List.of("năm ngoái", "năm xưa", "hồi ấy", "hồi đó",
            "hồi nhỏ", "hồi bé", "ngày bé", "ngày ấy", "thuở ấy", "thuở nhỏ", "thuở bé", "nhớ lại", "năm trước",
            "mùa hè trước", "ngày còn", "hồi còn", "mấy năm trước", "nhiều năm trước");
    private static final List<String> VIETNAMESE_NOW = List.of("bây giờ", "giờ đây", "hôm nay", "kể đến đó", "kể xong");
    /** What is only told of is no scene. */
    private static final Set<String> TELLING = Set.of("kể", "told", "telling", "tell");
    private static final Set<String> CHILD = Set.of("girl", "boy", "child", "young", "little", "small");
    private static final Set<String> YOUNG = Set.of("nhỏ", "bé", "trẻ", "thơ", "tí");
    private static final Set<String> TIMES = Set.of("hồi", "khi", "lúc", "ngày", "thuở");
    /** The opening of a story tells of long ago as a matter of course. */
    private static final int OPENING = 2;

    private Recollection() {
    }

    static boolean begins(List<Word> words, Language language, int sentence) {
        if (language == Language.VIETNAMESE) {
            return sentence > 0 && says(words, VIETNAMESE_CUES) || ofYouth(words, language, sentence);
        }
        return ofYouth(words, language, sentence) || english(words, sentence) || sentence >= OPENING && pluperfect(words);
    }

    /** Whether somebody's young days are told: "when she was ten", "she used to", "hồi bố còn nhỏ". */
    static boolean ofYouth(List<Word> words, Language language, int sentence) {
        if (sentence < OPENING) {
            return false;
        }
        for (int i = 0; i + 1 < words.size(); i++) {
            String word = words.get(i).text();
            if (TELLING.contains(word)) {
                return false;
            }
            if (language == Language.VIETNAMESE) {
                boolean young = YOUNG.contains(words.get(i + 1).text()) && word.equals("còn");
                if (young && words.subList(Math.max(0, i - 4), i).stream().anyMatch(w -> TIMES.contains(w.text()))) {
                    return true;
                }
                continue;
            }
            boolean usedTo = word.equals("used") && words.get(i + 1).text().equals("to")
                    && words.subList(0, i).stream().noneMatch(w -> w.text().equals("got"));
            boolean asChild = word.equals("as") && i + 2 < words.size() && words.get(i + 1).text().equals("a")
                    && words.subList(i + 2, Math.min(words.size(), i + 4)).stream().anyMatch(w -> CHILD.contains(w.text()));
            boolean was = word.equals("was") && i > 1 && words.get(i - 2).text().equals("when")
                    && words.subList(i + 1, Math.min(words.size(), i + 5)).stream()
                            .anyMatch(w -> CHILD.contains(w.text()) || w.text().equals("old"));
            if (usedTo || asChild || was) {
                return true;
            }
        }
        return false;
    }

    /** Whether somebody tells or is told of. */
    static boolean tells(List<Word> words) {
        return words.stream().anyMatch(word -> TELLING.contains(word.text()));
    }

    /** "Năm ấy" after "bà kể"; elsewhere it only goes on with the story. */
    static boolean thatYear(List<Word> words) {
        return says(words, List.of("năm ấy"));
    }

    /** "Bà kể, hồi bà còn nhỏ …": the young days are told in one sentence with the telling. */
    static boolean ofYouthTold(List<Word> words, Language language, int sentence) {
        int telling = 0;
        while (telling < words.size() && !TELLING.contains(words.get(telling).text())) {
            telling++;
        }
        return telling < words.size() && ofYouth(words.subList(telling + 1, words.size()), language, sentence);
    }

    /** "Once the brakes broke": another tale of the same days. */
    static boolean goesOn(List<Word> words) {
        String first = words.isEmpty() ? "" : words.get(0).text();
        String second = words.size() < 2 ? "" : words.get(1).text();
        return first.equals("once") || first.equals("có") && second.equals("lần") || first.equals("một") && second.equals("lần");
    }

    static boolean ends(List<Word> words, Language language) {
        return language == Language.VIETNAMESE ? says(words, VIETNAMESE_NOW)
                : words.stream().limit(3).anyMatch(word -> NOW.contains(word.text()));
    }

    private static boolean english(List<Word> words, int sentence) {
        for (int i = 0; i < words.size(); i++) {
            String word = words.get(i).text();
            String next = i + 1 < words.size() ? words.get(i + 1).text() : "";
            boolean longAgo = sentence >= OPENING && word.equals("long") && next.equals("ago");
            boolean span = i < 8 && (word.equals("last") && SPANS.contains(next)
                    || SPANS.contains(word) && BACK.contains(next));
            boolean young = word.equals("when") && i + 4 < words.size() && words.get(i + 2).text().equals("was")
                    && words.subList(i + 3, Math.min(words.size(), i + 6)).stream()
                            .anyMatch(w -> Set.of("girl", "boy", "child", "little", "young", "small").contains(w.text()))
                    && words.stream().limit(i + 2L).anyMatch(w -> w.text().equals("had"));
            if (longAgo || span || young) {
                return true;
            }
        }
        return false;
    }

    /** "She had slipped off those steps": the first verb of the sentence is of the time before. */
    private static boolean pluperfect(List<Word> words) {
        for (int i = 0; i + 1 < Math.min(words.size(), 6); i++) {
            String word = words.get(i).text();
            if (word.equals("had")) {
                String next = words.get(i + 1).text();
                return next.equals("been") && i + 2 < words.size() && words.get(i + 2).text().matches("a|an|there");
            }
        }
        return false;
    }

    private static boolean says(List<Word> words, List<String> cues) {
        StringBuilder text = new StringBuilder(" ");
        int telling = 0;
        while (telling < words.size() && !TELLING.contains(words.get(telling).text())) {
            telling++;
        }
        words.subList(0, telling).forEach(word -> text.append(word.text()).append(' '));
        return cues.stream().anyMatch(cue -> text.indexOf(" " + cue + " ") >= 0);
    }
}
