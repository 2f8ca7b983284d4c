package dev.storyloom.character;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/** What a character can be. The English noun is what painters know; OTHER takes the owner's own words. */
public enum CharacterKind {
    GIRL(Group.PEOPLE, "girl", "bé gái"),
    BOY(Group.PEOPLE, "boy", "bé trai"),
    WOMAN(Group.PEOPLE, "woman", "phụ nữ"),
    MAN(Group.PEOPLE, "man", "đàn ông"),
    CAT(Group.PETS, "cat", "mèo"),
    DOG(Group.PETS, "dog", "chó"),
    RABBIT(Group.PETS, "rabbit", "thỏ"),
    FOX(Group.TOYS, "fox", "cáo"),
    BEAR(Group.TOYS, "bear", "gấu"),
    PANDA(Group.TOYS, "panda", "gấu trúc"),
    LION(Group.TOYS, "lion", "sư tử"),
    ELEPHANT(Group.TOYS, "elephant", "voi"),
    PENGUIN(Group.TOYS, "penguin", "chim cánh cụt"),
    OWL(Group.TOYS, "owl", "cú mèo"),
    FROG(Group.TOYS, "frog", "ếch"),
    PIG(Group.TOYS, "pig", "heo"),
    ROBOT(Group.FANTASY, "robot", "rô-bốt"),
    DINOSAUR(Group.FANTASY, "dinosaur", "khủng long"),
    UNICORN(Group.FANTASY, "unicorn", "kỳ lân"),
    PRINCESS(Group.FANTASY, "princess", "công chúa"),
    OTHER(Group.OTHER, "", "");

    /** How the form sorts them; animals stand with the toys, for a plush fox and a real one are drawn alike. */
    public enum Group {
        PEOPLE, PETS, TOYS, FANTASY, OTHER
    }

    private final Group group;
    private final String noun;
    private final String vietnamese;

    CharacterKind(Group group, String noun, String vietnamese) {
        this.group = group;
        this.noun = noun;
        this.vietnamese = vietnamese;
    }

    public Group group() {
        return group;
    }

    /** English; empty for OTHER. */
    public String noun() {
        return noun;
    }

    public String label(Locale locale) {
        return locale.getLanguage().equals("vi") ? vietnamese : noun;
    }

    public static List<CharacterKind> in(Group group) {
        return Stream.of(values()).filter(kind -> kind.group == group).toList();
    }

    /** The kind that a writer's own words name, in either language: {@code con mèo} is CAT. */
    static Optional<CharacterKind> named(String words) {
        String plain = words.strip().toLowerCase(Locale.ROOT).replaceFirst("^(con|chú|bé|a|an|the) (?=\\p{L})", "");
        String whole = words.strip().toLowerCase(Locale.ROOT);
        return Stream.of(values()).filter(kind -> kind != OTHER)
                .filter(kind -> Stream.of(plain, whole).anyMatch(
                        word -> word.equals(kind.noun) || word.equals(kind.vietnamese)))
                .findFirst();
    }
}
