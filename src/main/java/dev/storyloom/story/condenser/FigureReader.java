package dev.storyloom.story.condenser;

import java.util.List;
import java.util.Set;

/** Says whom a word of a sentence means: by name, by noun or by pronoun. */
final class FigureReader {

    private static final Set<String> OTHERS = Set.of("another", "other", "different", "second");
    private static final Set<String> ABSENT = Set.of("of", "about", "for", "miss", "missed", "của", "nhà", "nhớ", "về");
    /** Before a name they are part of it: whose house it is in "nhà bà Tư". */
    private static final Set<String> TITLES = Set.of("bà", "ông", "bác", "cô", "chú", "anh", "chị", "em", "dì", "thím", "cậu",
            "mợ", "thầy", "cụ", "bạn");
    private static final Set<String> OWNED_BY = Set.of("của", "nhà");
    private static final Set<String> COUNTS = Set.of("one", "two", "three", "four", "both", "all", "each", "some", "none");
    private static final Set<String> DETERMINERS = Set.of("his", "her", "their", "the", "a");
    /** Before a creature's noun these make it a thing: the tiger's cage, its sound, its likeness. */
    private static final Set<String> ATTRIBUTED = Set.of("chuồng", "tiếng", "hình", "tranh", "tượng", "lông", "da", "sừng",
            "đuôi", "dấu", "mặt", "vỏ", "lồng", "bóng", "trứng", "sữa", "thịt", "mật", "hàm", "giống", "tên", "răng", "làm", "đóng", "giả");
    private static final Set<String> PORTRAYED = Set.of("picture", "drawing", "painting", "statue", "photograph", "photo",
            "portrait", "story", "song", "sound", "smell", "shape", "shadow");

    private static final Set<String> MADE_OF = Set.of("woollen", "wooden", "paper", "straw", "clay", "glass", "plastic",
            "velvet", "copper", "iron");

    private final Language language;
    private final Roster roster;
    private final Pronouns pronouns;

    FigureReader(Language language, Roster roster, Pronouns pronouns) {
        this.language = language;
        this.roster = roster;
        this.pronouns = pronouns;
    }

    List<Figure> at(List<Word> words, int i, Hit hit) {
        Figure named = roster.nameAt(words, i);
        if (named != null) {
            return List.of(named);
        }
        List<Figure> together = pronouns.manyAt(words, i);
        if (!together.isEmpty()) {
            return together;
        }
        if (hit != null && hit.kind().being()) {
            return attributed(words, hit) ? List.of() : List.of(noun(words, i, hit));
        }
        return hit == null || hit.kind() == Kind.COLOUR ? pronouns.at(words, i) : List.of();
    }

    private Figure noun(List<Word> words, int i, Hit hit) {
        boolean other = i > 0 && OTHERS.contains(words.get(i - 1).text())
                || hit.to() < words.size() && words.get(hit.to()).text().equals("khác");
        Figure figure = nameAfter(words, hit);
        if (figure == null) {
            Figure sibling = pronouns.sibling(hit.entry().phrase());
            figure = sibling != null && !other ? sibling : roster.figure(hit, other, definite(words, hit));
            figure.describe(hit.adjective(), hit.surface(), several(words, hit));
        }
        return figure;
    }

    private boolean several(List<Word> words, Hit hit) {
        String previous = hit.from() == 0 ? "" : words.get(hit.from() - 1).text();
        return language == Language.VIETNAMESE && hit.kind() == Kind.CREATURE
                && Set.of("đàn", "bầy", "lũ", "những", "các", "bọn").contains(previous);
    }

    private boolean definite(List<Word> words, Hit hit) {
        String previous = hit.from() == 0 ? "" : words.get(hit.from() - 1).text();
        String second = hit.from() < 2 ? "" : words.get(hit.from() - 2).text();
        return language == Language.ENGLISH ? Set.of("the", "that").contains(previous) || second.equals("the")
                : !Set.of("một", "những", "các", "mấy").contains(previous) && !Set.of("một", "có").contains(second);
    }

    /** "bạn Lan", "King Otto", "chú thỏ Bông": the noun belongs to the name after it. */
    private Figure nameAfter(List<Word> words, Hit hit) {
        boolean more = hit.to() < words.size() && !words.get(hit.to()).first();
        return more ? roster.nameAt(words, hit.to()) : null;
    }

    private boolean attributed(List<Word> words, Hit hit) {
        if (hit.kind() == Kind.CREATURE && MADE_OF.stream().anyMatch(hit.adjective()::contains)) {
            return true;
        }
        int from = hit.from();
        if (from == 0 || words.get(from).first()) {
            return false;
        }
        String previous = words.get(from - 1).text();
        if (language == Language.VIETNAMESE) {
            return hit.kind() == Kind.CREATURE && (ATTRIBUTED.contains(previous)
                    || Set.of("con", "chú").contains(previous) && from > 1 && ATTRIBUTED.contains(words.get(from - 2).text()));
        }
        int i = from - 1;
        while (i > 0 && Set.of("a", "an", "the", "his", "her").contains(words.get(i).text())) {
            i--;
        }
        return i > 0 && words.get(i).text().equals("of") && PORTRAYED.contains(words.get(i - 1).text());
    }

    int lengthAt(List<Word> words, int i) {
        Figure named = roster.nameAt(words, i);
        return named != null ? roster.nameLength(named, words, i) : pronouns.lengthAt(words, i);
    }

    /** Somebody who is only spoken of or owns something is not on stage. */
    boolean absent(List<Word> words, int i) {
        Word word = words.get(i);
        String previous = i == 0 || word.first() ? "" : words.get(i - 1).text();
        String second = i > 1 && !word.first() ? words.get(i - 2).text() : "";
        if (previous.equals("of") && COUNTS.contains(second)) {
            return false;
        }
        return word.owner() || ABSENT.contains(previous)
                || language == Language.VIETNAMESE && TITLES.contains(previous) && OWNED_BY.contains(second)
                || language == Language.ENGLISH && DETERMINERS.contains(previous)
                && ABSENT.contains(second) && !second.equals("of");
    }
}
