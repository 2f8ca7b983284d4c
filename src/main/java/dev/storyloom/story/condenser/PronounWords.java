package dev.storyloom.story.condenser;

import java.util.List;
import java.util.Map;
import java.util.Set;

/** The pronouns of both languages, and the Vietnamese words that show that "bé" or "cô" is one. */
final class PronounWords {

    static final Map<String, Character> ENGLISH = Map.ofEntries(Map.entry("he", 'm'), Map.entry("him", 'm'),
            Map.entry("himself", 'm'), Map.entry("his", 'm'), Map.entry("she", 'f'), Map.entry("her", 'f'),
            Map.entry("herself", 'f'), Map.entry("it", 'c'), Map.entry("its", 'c'));
    static final Set<String> ENGLISH_MANY = Set.of("they", "them", "both", "themselves", "their", "we", "us",
            "our");
    static final Set<String> EVERYBODY = Set.of("everybody", "everyone");
    static final Set<String> ENGLISH_I = Set.of("i", "me", "my", "myself", "i'm", "i'd", "i'll", "i've");
    static final Map<String, Character> VIETNAMESE = Map.ofEntries(Map.entry("nó", '?'), Map.entry("cậu", 'm'),
            Map.entry("chàng", 'm'), Map.entry("nàng", 'f'), Map.entry("cô", 'f'), Map.entry("hắn", 'm'),
            Map.entry("bạn ấy", 'o'), Map.entry("bạn", 'o'), Map.entry("cậu ấy", 'm'), Map.entry("anh ấy", 'm'),
            Map.entry("cô ấy", 'f'), Map.entry("chị ấy", 'f'), Map.entry("em ấy", '?'), Map.entry("bé", '?'),
            Map.entry("em", '?'), Map.entry("chú ấy", 'm'), Map.entry("chú", 'm'), Map.entry("anh", 'm'),
            Map.entry("chị", 'f'), Map.entry("bác", '-'), Map.entry("ổng", 'm'), Map.entry("bả", 'f'),
            Map.entry("cô bé ấy", 'f'), Map.entry("cậu bé ấy", 'm'));
    static final Set<String> VIETNAMESE_MANY = Set.of("họ", "chúng", "hai bạn", "cả hai", "hai đứa", "đôi bạn",
            "hai người", "hai chị em", "hai anh em", "cả nhóm", "hai bà cháu", "hai mẹ con", "hai bố con", "bọn họ",
            "hai ông cháu", "ba bạn", "cả ba", "cả bọn", "hai cha con", "hai chú cháu", "ông cháu", "bà cháu",
            "cả đàn", "cả bầy", "cả lũ", "mẹ con", "bố con", "chúng tôi", "chúng tớ", "bọn mình", "chúng mình",
            "chúng nó", "tụi nó", "bọn nó", "tụi mình", "tụi tui", "hai cậu bé", "hai nhóc", "hai đứa nhỏ",
            "hai đứa bé");
    static final Set<String> VIETNAMESE_I = Set.of("tôi", "tớ", "mình");
    static final Set<String> ALONE = Set.of("bạn", "cậu", "cô", "bé", "em", "chú", "anh", "chị", "chàng", "nàng",
            "bác", "bả");
    static final Set<String> HEADS = Set.of("và", "rồi", "khi", "thì", "mà", "nhưng", "lúc", "nên", "vì", "để",
            "thấy", "cho", "nghe", "với", "bỗng", "của", "liền", "hỏi", "đưa", "giúp", "theo", "chào", "bảo", "tiếng",
            "đó", "nay", "gọi", "ôm", "dắt", "bế", "còn", "chân", "tay", "quanh", "bên", "cạnh", "nhìn", "ngắm", "cõng",
            "đẩy", "kéo", "đợi", "chờ", "gặp", "hôn", "xoa", "vuốt", "trao", "mời", "chở", "đèo", "đón", "đỡ", "cứu",
            "lưng", "vai",
            "lòng", "phía", "trước", "sau", "cùng", "nhờ", "khiến", "làm", "trên", "trong", "biết", "nói", "kể", "tặng",
            "trả", "rủ",
            "khoe", "dạy", "khen", "mắng", "thương", "nhắc", "đầu", "mặt", "nấy", "hôm", "ấy", "xong", "lần", "đến");
    /** What stands between a subject and its verb: the word before is a pronoun and no adjective. */
    static final Set<String> AUXILIARIES = Set.of("mới", "đã", "đang", "sẽ", "cũng", "vẫn", "lại", "chỉ", "không",
            "chẳng", "liền", "bèn", "vội", "cứ", "còn", "vừa", "chưa", "nói", "đáp", "hỏi", "bảo", "nghĩ", "biết",
            "thấy", "chạy",
            "nhìn", "ngồi", "đứng", "nằm", "cười", "khóc", "đi", "reo", "kêu", "gọi", "hét", "ôm", "cầm", "ngủ", "bay",
            "nhảy",
            "muốn", "thích", "sợ", "buồn", "vui", "rất", "bỗng", "chợt", "lặng", "khẽ", "định", "phải", "được", "bị", "tự");
    static final Set<String> SCHOOL = Set.of("lớp", "trường", "giờ", "tiết", "bài", "học");

    private PronounWords() {
    }

    /** "bé" at the head of a clause is the child; after a noun it means small. */
    static boolean standsAlone(List<Word> words, int i) {
        boolean name = i + 1 < words.size() && !words.get(i + 1).first() && words.get(i + 1).capital();
        return !name && (i == 0 || words.get(i).first() || HEADS.contains(words.get(i - 1).text())
                || i + 1 < words.size() && !words.get(i + 1).first() && AUXILIARIES.contains(words.get(i + 1).text()));
    }
}
