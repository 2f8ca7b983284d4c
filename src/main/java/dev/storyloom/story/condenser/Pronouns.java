package dev.storyloom.story.condenser;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Whom a "she" or a "cậu ấy" means: whoever was last spoken of and fits. */
final class Pronouns {

    private static final Map<String, Character> ENGLISH = Map.ofEntries(Map.entry("he", 'm'), Map.entry("him", 'm'),
            Map.entry("himself", 'm'), Map.entry("his", 'm'), Map.entry("she", 'f'), Map.entry("her", 'f'),
            Map.entry("herself", 'f'), Map.entry("it", 'c'), Map.entry("its", 'c'));
    private static final Set<String> ENGLISH_MANY = Set.of("they", "them", "both", "themselves", "their");
    private static final Set<String> ENGLISH_I = Set.of("i", "me", "my", "myself", "i'm", "i'd", "i'll", "i've");
    private static final Set<String> ENGLISH_WE = Set.of("we", "us", "our");
    private static final Map<String, Character> VIETNAMESE = Map.ofEntries(Map.entry("nó", '?'), Map.entry("cậu", 'm'),
            Map.entry("chàng", 'm'), Map.entry("nàng", 'f'), Map.entry("cô", 'f'), Map.entry("hắn", 'm'),
            Map.entry("bạn ấy", '?'), Map.entry("cậu ấy", 'm'), Map.entry("anh ấy", 'm'), Map.entry("cô ấy", 'f'),
            Map.entry("chị ấy", 'f'), Map.entry("em ấy", '?'), Map.entry("bé", '?'), Map.entry("em", '?'),
            Map.entry("chú ấy", 'm'), Map.entry("chú", 'm'), Map.entry("anh", 'm'), Map.entry("chị", 'f'));
    private static final Set<String> VIETNAMESE_MANY = Set.of("họ", "chúng", "hai bạn", "cả hai", "hai đứa", "đôi bạn",
            "hai người", "hai chị em", "hai anh em", "cả nhóm", "hai bà cháu", "hai mẹ con", "hai bố con", "bọn họ",
            "hai ông cháu", "hai bạn nhỏ", "ba bạn", "cả ba", "cả bọn", "hai cha con", "hai chú cháu", "hai chúng");
    private static final Set<String> VIETNAMESE_I = Set.of("tôi", "tớ", "mình");
    private static final Set<String> VIETNAMESE_WE = Set.of("chúng tôi", "chúng tớ", "bọn mình", "chúng mình");
    private static final Set<String> ALONE = Set.of("cậu", "cô", "bé", "em", "chú", "anh", "chị", "chàng", "nàng");

    private final Language language;
    private final Roster roster;
    private final List<Figure> recent = new ArrayList<>();
    private final List<Figure> group = new ArrayList<>();
    private boolean sentenceFresh;

    Pronouns(Language language, Roster roster) {
        this.language = language;
        this.roster = roster;
    }

    void beginSentence() {
        sentenceFresh = true;
    }

    /** Whoever was the last subject; who acts when a sentence does not say. */
    Figure subject() {
        return recent.isEmpty() ? roster.cast().stream().findFirst().orElse(null) : recent.get(0);
    }

    void seen(List<Figure> who, boolean asSubject) {
        for (int k = who.size() - 1; k >= 0; k--) {
            Figure figure = who.get(k);
            recent.remove(figure);
            recent.add(asSubject && (sentenceFresh || recent.isEmpty()) ? 0 : Math.min(1, recent.size()), figure);
            if (!group.contains(figure)) {
                group.add(figure);
            }
        }
        sentenceFresh = false;
        while (group.size() > 3) {
            group.remove(0);
        }
    }

    /** The figures that the pronoun at a word means; empty if there is no pronoun or nobody fits. */
    List<Figure> at(List<Word> words, int i) {
        return language == Language.ENGLISH ? english(words.get(i).text()) : vietnamese(words, i);
    }

    private List<Figure> english(String word) {
        if (ENGLISH_MANY.contains(word)) {
            return many(word.equals("their") || word.equals("them"));
        }
        if (ENGLISH_I.contains(word)) {
            return teller();
        }
        if (ENGLISH_WE.contains(word)) {
            return many(false);
        }
        Character gender = ENGLISH.get(word);
        return gender == null ? List.of() : one(gender);
    }

    private List<Figure> vietnamese(List<Word> words, int i) {
        String one = words.get(i).text();
        String two = lengthAt(words, i) > 1 ? one + " " + words.get(i + 1).text() : one;
        String three = i + 2 < words.size() ? two + " " + words.get(i + 2).text() : "";
        if (VIETNAMESE_MANY.contains(two) || VIETNAMESE_MANY.contains(three)) {
            return many(false);
        }
        if (VIETNAMESE_WE.contains(two)) {
            return many(false);
        }
        if (VIETNAMESE_I.contains(two)) {
            return teller();
        }
        Character gender = VIETNAMESE.get(two);
        if (gender == null || ALONE.contains(two) && !standsAlone(words, i)) {
            return List.of();
        }
        return gender == '?' ? any() : one(gender);
    }

    /** "bé" at the head of a clause is the child; after a noun it means small. */
    private static boolean standsAlone(List<Word> words, int i) {
        Set<String> heads = Set.of("và", "rồi", "khi", "thì", "mà", "nhưng", "lúc", "nên", "vì", "để", "thấy", "cho",
                "nghe", "với", "bỗng", "của", "liền", "hỏi", "đưa", "giúp", "theo", "chào", "bảo", "tiếng", "đó", "nay");
        boolean next = i + 1 < words.size() && !words.get(i + 1).first() && words.get(i + 1).capital();
        return !next && (i == 0 || words.get(i).first() || heads.contains(words.get(i - 1).text()));
    }

    int lengthAt(List<Word> words, int i) {
        if (language == Language.ENGLISH || i + 1 >= words.size() || words.get(i + 1).first()) {
            return 1;
        }
        String two = words.get(i).text() + " " + words.get(i + 1).text();
        return VIETNAMESE.containsKey(two) || VIETNAMESE_MANY.contains(two) || VIETNAMESE_WE.contains(two) ? 2 : 1;
    }

    private List<Figure> one(char gender) {
        for (Figure figure : recent) {
            boolean fits = gender == 'c' ? figure.gender() == 'c' : figure.mayBe(gender);
            if (fits && !figure.plural()) {
                figure.learn(gender);
                return List.of(figure);
            }
        }
        if (recent.isEmpty() && gender != 'c') {
            return roster.cast().stream().filter(f -> f.mayBe(gender)).limit(1).toList();
        }
        return List.of();
    }

    private List<Figure> any() {
        Figure subject = subject();
        return subject == null ? List.of() : List.of(subject);
    }

    private List<Figure> teller() {
        return roster.cast().stream().limit(1).toList();
    }

    private List<Figure> many(boolean atLeastOne) {
        if (group.size() >= 2) {
            return List.copyOf(group.subList(Math.max(0, group.size() - 2), group.size()));
        }
        return atLeastOne || group.size() == 1 ? List.copyOf(group) : List.of();
    }
}
