package dev.storyloom.story.condenser;

import java.util.List;
import java.util.Set;

/** Vietnamese words of one syllable that are written like quite another word: its neighbours tell which it is. */
final class Homographs {

    private static final Set<String> BARE_TIMES = Set.of("sáng", "tối", "chiều");
    private static final Set<String> GLOWING = Set.of("như", "rực", "trắng", "bừng", "lấp", "lóa", "ngời", "om", "tăm",
            "đen", "mịt", "bóng", "choang", "cao");
    private static final Set<String> TIME_FOLLOWS = Set.of("buổi", "mỗi", "một", "vào", "đến", "mấy", "cả", "hôm", "suốt",
            "từ", "từng", "ngay");
    private static final Set<String> WITH = Set.of("với", "của", "cho", "cùng", "gọi", "ôm", "và", "thấy", "nghe", "bảo", "hỏi",
            "nhìn", "chào", "theo", "thương", "giúp");
    private static final Set<String> TWO_WORDS = Set.of("báo", "lừa", "bê", "chồng", "cú", "trăn", "rắn", "sâu", "cua", "ve",
            "đồng", "hồ", "lớp", "đền", "đảo", "nương", "buồng", "cầu", "ga", "đầm", "cảng", "phòng", "công", "sấu", "ngoại",
            "dì", "thầy", "ỉn", "miu", "nội");
    private static final Set<String> DIRECTIONS = Set.of("dậy", "ra", "vào", "lên", "xuống", "lại", "đến", "tới", "qua", "sang",
            "theo", "quanh", "trên", "khắp");
    static final Set<String> BEFORE_NOUNS = Set.of("vào", "ra", "đến", "tới", "về", "trong", "ở", "tại", "trên", "ngoài",
            "giữa", "qua", "lên", "xuống", "sang", "dưới", "khắp", "quanh", "gần", "bên", "bờ", "mép", "ven", "mặt",
            "lòng", "ngôi",
            "hòn", "căn", "khu", "vai", "lưng", "tay", "đùi", "cháu", "cánh", "của", "với", "cùng", "và", "vợ", "người",
            "cả",
            "gian", "gặp", "thấy", "cửa", "góc");

    private final Lexicon lexicon;
    private final Language language;

    Homographs(Lexicon lexicon, Language language) {
        this.lexicon = lexicon;
        this.language = language;
    }

    /** Whether the word at {@code at} stands for something else than the entry there. */
    boolean anotherWord(List<Word> words, int at, Entry entry) {
        return language == Language.VIETNAMESE
                && (onlyBright(words, at) || crawls(words, at, entry) || cheek(words, at) || three(words, at)
                || otherWord(words, at, entry));
    }

    /** "sáng" is the morning at the head of a clause or after "buổi"; elsewhere it is only bright, "tối" only dark. */
    private boolean onlyBright(List<Word> words, int at) {
        Word word = words.get(at);
        if (!BARE_TIMES.contains(word.text())) {
            return false;
        }
        boolean glows = at + 1 < words.size() && GLOWING.contains(words.get(at + 1).text());
        return glows || at > 0 && !word.first() && !TIME_FOLLOWS.contains(words.get(at - 1).text());
    }

    /** "Bò" is a cow, and crawls before a direction. */
    private static boolean crawls(List<Word> words, int at, Entry entry) {
        boolean cow = words.get(at).text().equals("bò") && entry.kind() == Kind.CREATURE;
        String before = at == 0 ? "" : words.get(at - 1).text();
        return cow && !Set.of("con", "đàn").contains(before) && at + 1 < words.size() && !words.get(at + 1).first()
                && DIRECTIONS.contains(words.get(at + 1).text());
    }

    /** "Ba" is a father in the south where it acts or is turned to, and three everywhere. */
    private boolean three(List<Word> words, int at) {
        if (!words.get(at).text().equals("ba")) {
            return false;
        }
        boolean person = at == 0 || words.get(at).first() || WITH.contains(words.get(at - 1).text());
        if (!person || at + 1 >= words.size()) {
            return !person;
        }
        Word next = words.get(at + 1);
        boolean acts = next.first() || acts(next);
        boolean counted = HitFinder.CLASSIFIERS.contains(next.text()) || lexicon.startingWith(language, next.text()).stream()
                .anyMatch(pattern -> pattern.words().length == 1 && pattern.entry().kind().noun());
        return !acts || counted;
    }

    private boolean acts(Word word) {
        return PronounWords.AUXILIARIES.contains(word.text()) || lexicon.startingWith(language, word.text()).stream()
                .anyMatch(pattern -> pattern.words().length == 1 && pattern.entry().kind() == Kind.ACTION);
    }

    /** "Lừa" is a donkey after "con" and a trick elsewhere; "lớp" a class after "vào" and a layer elsewhere. */
    private boolean otherWord(List<Word> words, int at, Entry entry) {
        if (!TWO_WORDS.contains(words.get(at).text())) {
            return false;
        }
        String before = at == 0 || words.get(at).first() ? "" : words.get(at - 1).text();
        boolean named = words.get(at).capital() && !words.get(at).first();
        boolean kin = Set.of("ngoại", "nội").contains(words.get(at).text()) && (before.isEmpty() || WITH.contains(before))
                && at + 1 < words.size() && !words.get(at + 1).first() && acts(words.get(at + 1));
        if (kin) {
            return false;
        }
        return (entry.kind().being() || entry.kind() == Kind.PLACE) && !named && !BEFORE_NOUNS.contains(before)
                && !HitFinder.CLASSIFIERS.contains(before);
    }

    /** "Má" is a mother in the south, and a cheek everywhere. */
    private boolean cheek(List<Word> words, int at) {
        if (!words.get(at).text().equals("má")) {
            return false;
        }
        String next = at + 1 < words.size() && !words.get(at + 1).first() ? words.get(at + 1).text() : "";
        boolean subject = at == 0 || words.get(at).first() || WITH.contains(words.get(at - 1).text());
        return !subject || Set.of("dần", "hồng", "đỏ", "ửng", "phúng", "bầu", "em", "bé", "cô", "nó", "lúm").contains(next);
    }
}
