package dev.storyloom.story.condenser;

import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** Recognises creatures that are only things: made of paper, painted, fried, or a part of them. */
final class Likenesses {

    /** Before a creature's noun these make it a thing: the tiger's cage, its sound, its likeness. */
    private static final Set<String> ATTRIBUTED = Set.of("chuồng", "tiếng", "hình", "tranh", "tượng", "lông", "da", "sừng",
            "đuôi", "dấu", "mặt", "vỏ", "lồng", "bóng", "miệng", "mõm", "trứng", "sữa", "thịt", "mật", "hàm", "giống", "tên",
            "răng", "làm", "đóng", "giả", "xương", "vảy", "vây", "mùi", "sạp", "món", "nồi", "canh", "rổ", "bìa", "thuyền");
    private static final Set<String> PORTRAYED = Set.of("picture", "drawing", "painting", "statue", "photograph", "photo",
            "portrait", "story", "song", "sound", "smell", "shape", "shadow");

    private static final Set<String> MADE_OF = Set.of("woollen", "wooden", "paper", "straw", "clay", "glass", "plastic",
            "velvet", "copper", "iron");

    private static final Set<String> SERVED = Set.of("roast", "fried", "grilled", "roasted", "baked", "smoked", "boiled",
            "chocolate", "gingerbread", "stuffed", "toy", "sugar", "carved", "painted", "inflatable", "dead");
    private static final Set<String> COOKED = Set.of("bột", "nướng", "rán", "luộc", "quay", "kho", "khô", "chiên", "bông", "gỗ",
            "giấy", "nhựa", "đất", "đồng", "sứ", "rơm", "len", "vải", "đá");
    private static final Set<String> FOOD = Set.of("fish", "shrimp", "crab", "squid", "clam", "chicken", "duck");
    private static final Set<String> SHOPPING = Set.of("mua", "bán", "chọn", "nướng", "kho", "rán", "luộc", "bought",
            "buy", "sold", "selling", "buying", "choose", "chose", "cooked", "fried");
    private static final Set<String> INTO = Set.of("into", "thành");
    private static final Set<String> SHAPING = Set.of("rolls", "rolled", "roll", "folds", "folded", "fold", "shaped", "shapes",
            "cut", "cuts", "carved", "pressed", "twisted", "modelled", "cuộn", "gấp", "nặn", "cắt", "tết", "vo", "xếp", "khắc",
            "gọt", "đan", "bện");
    private static final Set<String> SHAPED = Set.of("đèn", "diều", "bánh", "kẹo", "nạ", "phao", "mũ", "he", "gối", "dép");
    private static final Set<String> DETERMINERS = FigureReader.DETERMINERS;

    /** Where another one of the same likenesses may follow: "làm con chó, con thỏ bằng bóng". */
    private int alsoFrom = -1;
    private final Set<Entry> toys = new HashSet<>();
    private final Language language;

    Likenesses(Language language) {
        this.language = language;
    }

    boolean at(List<Word> words, Hit hit) {
        return isToy(words, hit) || attributed(words, hit);
    }

    /** "Her paper fish", and from then on "the fish". */
    private boolean isToy(List<Word> words, Hit hit) {
        if (hit.kind() != Kind.CREATURE) {
            return false;
        }
        String previous = hit.from() == 0 || words.get(hit.from()).first() ? "" : words.get(hit.from() - 1).text();
        String next = hit.to() < words.size() && !words.get(hit.to()).first() ? words.get(hit.to()).text() : "";
        if (SERVED.contains(previous) || language == Language.VIETNAMESE && COOKED.contains(next)) {
            return true;
        }
        String second = hit.from() < 2 || previous.isEmpty() || words.get(hit.from() - 1).first() ? ""
                : words.get(hit.from() - 2).text();
        if (FOOD.contains(hit.entry().phrase()) && (SHOPPING.contains(previous) || SHOPPING.contains(second))) {
            return true;
        }
        if (MADE_OF.contains(previous) || MADE_OF.stream().anyMatch(hit.adjective()::contains)) {
            toys.add(hit.entry());
            return true;
        }
        if (shaped(words, hit)) {
            toys.add(hit.entry());
            return true;
        }
        return toys.contains(hit.entry()) && (definite(words, hit, language) || DETERMINERS.contains(previous));
    }

    /** "Rolls the dough into little snails", "cuộn bột thành con ốc": what hands make is no creature. */
    private boolean shaped(List<Word> words, Hit hit) {
        boolean into = false;
        for (int i = hit.from() - 1; i >= Math.max(0, hit.from() - 8) && !words.get(i + 1).first(); i--) {
            into |= hit.from() - i < 4 && INTO.contains(words.get(i).text());
            if (into && SHAPING.contains(words.get(i).text())) {
                return true;
            }
        }
        return false;
    }

    private boolean attributed(List<Word> words, Hit hit) {
        if (hit.kind() == Kind.CREATURE && MADE_OF.stream().anyMatch(hit.adjective()::contains)) {
            return true;
        }
        int from = hit.from();
        int noun = from > 0 && !words.get(from).first() && words.get(from - 1).first() ? from - 1 : from;
        if (noun > 0 && noun == alsoFrom && words.get(noun).first()) {
            alsoFrom = hit.to();
            return true;
        }
        if (from == 0 || words.get(from).first()) {
            return false;
        }
        String previous = words.get(from - 1).text();
        if (language == Language.VIETNAMESE) {
            if (Set.of("ảnh", "tranh", "tượng").contains(previous) || hit.kind() == Kind.CREATURE && inShape(words, hit)) {
                return true;
            }
            boolean likeness = hit.kind() == Kind.CREATURE && (ATTRIBUTED.contains(previous)
                    || Set.of("con", "chú").contains(previous) && from > 1 && ATTRIBUTED.contains(words.get(from - 2).text()));
            alsoFrom = likeness ? hit.to() : -1;
            return likeness;
        }
        int i = from - 1;
        while (i > 0 && Set.of("a", "an", "the", "his", "her").contains(words.get(i).text())) {
            i--;
        }
        return i > 0 && words.get(i).text().equals("of") && PORTRAYED.contains(words.get(i - 1).text());
    }

    /** "Đèn con cá", "diều con bướm": made in the shape of one. */
    private static boolean inShape(List<Word> words, Hit hit) {
        int noun = words.get(hit.from()).text().equals("con") ? hit.from() : hit.from() - 1;
        return noun > 0 && !words.get(noun).first() && words.get(noun).text().matches("con|hình")
                && SHAPED.contains(words.get(noun - 1).text());
    }

    /** Whether the noun speaks of one that is known. */
    static boolean definite(List<Word> words, Hit hit, Language language) {
        String previous = hit.from() == 0 ? "" : words.get(hit.from() - 1).text();
        String second = hit.from() < 2 ? "" : words.get(hit.from() - 2).text();
        return language == Language.ENGLISH ? Set.of("the", "that").contains(previous) || second.equals("the")
                : !Set.of("một", "những", "các", "mấy").contains(previous) && !Set.of("một", "có").contains(second);
    }
}
