package dev.storyloom.pretrain.painter;

import static dev.storyloom.pretrain.painter.Tint.BLACK;
import static dev.storyloom.pretrain.painter.Tint.BLUE;
import static dev.storyloom.pretrain.painter.Tint.BROWN;
import static dev.storyloom.pretrain.painter.Tint.GREEN;
import static dev.storyloom.pretrain.painter.Tint.GREY;
import static dev.storyloom.pretrain.painter.Tint.ORANGE;
import static dev.storyloom.pretrain.painter.Tint.PINK;
import static dev.storyloom.pretrain.painter.Tint.PURPLE;
import static dev.storyloom.pretrain.painter.Tint.RED;
import static dev.storyloom.pretrain.painter.Tint.WHITE;
import static dev.storyloom.pretrain.painter.Tint.YELLOW;

import java.util.List;

/** Who can be in a picture. {@code art} names a drawing of the collection that {@link ArtLibrary} reads. */
public enum Subject implements Word {
    GIRL(Build.CHILD, 1.0, "girl", "girl, little girl", "bé gái, cô bé", true),
    BOY(Build.CHILD, 1.0, "boy", "boy, little boy", "bé trai, cậu bé", true),
    WOMAN(Build.ADULT, 1.15, "woman", "woman, mother", "phụ nữ, người mẹ", true),
    MAN(Build.ADULT, 1.15, "man", "man, father", "đàn ông, người bố", true),
    GRANDMOTHER(Build.ADULT, 1.08, "old-woman", "grandmother, old woman", "bà ngoại, bà cụ", true),
    GRANDFATHER(Build.ADULT, 1.08, "old-man", "grandfather, old man", "ông ngoại, ông cụ", true),
    PRINCESS(Build.CHILD, 1.1, "girl", "princess", "công chúa", true),
    PRINCE(Build.CHILD, 1.1, "boy", "prince", "hoàng tử", true),
    WIZARD(Build.ADULT, 1.15, "old-man", "wizard, magician", "phù thủy, pháp sư", true),
    ASTRONAUT(Build.CHILD, 1.1, "boy", "astronaut, spaceman", "phi hành gia", true),
    MERMAID(Build.WHOLE, 1.05, "woman-merpeople", "mermaid", "nàng tiên cá", true),
    FAIRY(Build.WHOLE, 1.1, "woman-fairy", "fairy", "nàng tiên, cô tiên", true),
    ROBOT(Build.METAL, 1.0, "robot", "robot", "rô-bốt, người máy", false, RED, BLUE, YELLOW, GREEN),
    DRAGON(Build.WHOLE, 1.15, "dragon", "dragon", "con rồng, rồng", false, RED, BLUE, PURPLE),
    DINOSAUR(Build.WHOLE, 1.15, "t-rex", "dinosaur", "khủng long", false, BLUE, ORANGE, PURPLE),
    UNICORN(Build.WHOLE, 1.1, "horse", "unicorn", "kỳ lân", false),
    CAT(Build.WHOLE, 0.8, "cat", "cat, kitten", "con mèo, mèo con", false, BLACK, GREY, WHITE),
    DOG(Build.WHOLE, 0.85, "dog", "dog, puppy", "con chó, chó con", false, WHITE, BLACK, GREY),
    RABBIT(Build.WHOLE, 0.75, "rabbit", "rabbit, bunny", "con thỏ, thỏ con", false, BROWN, GREY, PINK),
    FOX(Build.FURRY, 1.0, "fox", "fox, little fox", "con cáo, cáo con", false, RED, WHITE, BLUE),
    BEAR(Build.FURRY, 1.05, "bear", "bear, little bear", "con gấu, gấu con", false, BLACK, WHITE, PINK),
    PANDA(Build.FURRY, 1.0, "panda", "panda", "gấu trúc", false),
    LION(Build.FURRY, 1.05, "lion", "lion", "sư tử", false, WHITE, RED),
    WOLF(Build.FURRY, 1.0, "wolf", "wolf", "con sói, chó sói", false, BROWN, BLUE, WHITE),
    FROG(Build.FURRY, 0.85, "frog", "frog", "con ếch, ếch con", false),
    TIGER(Build.WHOLE, 0.95, "tiger", "tiger", "con hổ, hổ con", false, WHITE),
    ELEPHANT(Build.WHOLE, 1.15, "elephant", "elephant", "con voi, voi con", false, BLUE, PINK),
    GIRAFFE(Build.WHOLE, 1.35, "giraffe", "giraffe", "hươu cao cổ", false),
    ZEBRA(Build.WHOLE, 1.05, "zebra", "zebra", "ngựa vằn", false),
    HORSE(Build.WHOLE, 1.1, "horse", "horse, pony", "con ngựa, ngựa con", false, BLACK, WHITE, ORANGE),
    COW(Build.WHOLE, 1.0, "cow", "cow", "con bò, bò sữa", false),
    PIG(Build.WHOLE, 0.85, "pig", "pig, piglet", "con lợn, heo con", false, BROWN, GREY),
    SHEEP(Build.WHOLE, 0.85, "ewe", "sheep, lamb", "con cừu, cừu con", false),
    MONKEY(Build.WHOLE, 0.9, "monkey", "monkey", "con khỉ, khỉ con", false),
    MOUSE(Build.WHOLE, 0.7, "mouse", "mouse, little mouse", "con chuột, chuột con", false, BROWN, WHITE),
    SQUIRREL(Build.WHOLE, 0.8, "chipmunk", "squirrel, chipmunk", "con sóc, sóc con", false, RED, GREY),
    HEDGEHOG(Build.WHOLE, 0.7, "hedgehog", "hedgehog", "con nhím, nhím con", false),
    PENGUIN(Build.WHOLE, 0.9, "penguin", "penguin", "chim cánh cụt", false),
    OWL(Build.WHOLE, 0.85, "owl", "owl", "con cú, cú mèo", false, WHITE),
    DUCK(Build.WHOLE, 0.75, "duck", "duck, duckling", "con vịt, vịt con", false),
    PARROT(Build.WHOLE, 0.85, "parrot", "parrot, bird", "con vẹt, con chim", false, GREEN, BLUE, YELLOW),
    TURTLE(Build.WHOLE, 0.7, "turtle", "turtle", "con rùa, rùa con", false),
    FISH(Build.SWIMMER, 0.65, "fish", "fish", "con cá, cá con", false, RED, YELLOW, ORANGE),
    WHALE(Build.SWIMMER, 1.0, "spouting-whale", "whale", "cá voi", false, PINK, PURPLE),
    OCTOPUS(Build.SWIMMER, 0.8, "octopus", "octopus", "bạch tuộc", false, PURPLE, BLUE, GREEN);

    static final List<String> TONES = List.of("light", "medium-light", "medium", "medium-dark", "dark");

    private final Build build;
    private final double stature;
    private final String art;
    private final List<String> english;
    private final List<String> vietnamese;
    private final boolean toned;
    private final List<Tint> tints;

    Subject(Build build, double stature, String art, String english, String vietnamese, boolean toned,
            Tint... tints) {
        this.build = build;
        this.stature = stature;
        this.art = art;
        this.english = List.of(english.split(", "));
        this.vietnamese = List.of(vietnamese.split(", "));
        this.toned = toned;
        this.tints = List.of(tints);
    }

    @Override
    public List<String> english() {
        return english;
    }

    @Override
    public List<String> vietnamese() {
        return vietnamese;
    }

    Build build() {
        return build;
    }

    /** Height in relation to a child's. */
    double stature() {
        return stature;
    }

    /** The drawing for a tone of skin, 0 to 4; the tone is of no matter where there is no skin. */
    String art(int tone) {
        return toned ? art + "-" + TONES.get(tone) : art;
    }

    boolean toned() {
        return toned;
    }

    /** Colours of fur other than the drawn one; empty where only the drawn one makes it what it is. */
    List<Tint> tints() {
        return tints;
    }

    /** What it has where no other colour is asked for; null for the drawn one. The drawn dog is as tan as the cat. */
    Tint coat() {
        return this == DOG ? BROWN : null;
    }

    /** Whether it wears clothes of a colour that a caption can name. */
    boolean dressed() {
        return build == Build.CHILD || build == Build.ADULT;
    }
}
