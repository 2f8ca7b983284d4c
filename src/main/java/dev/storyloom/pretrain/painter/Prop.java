package dev.storyloom.pretrain.painter;

import static dev.storyloom.pretrain.painter.Tint.BLUE;
import static dev.storyloom.pretrain.painter.Tint.GREEN;
import static dev.storyloom.pretrain.painter.Tint.ORANGE;
import static dev.storyloom.pretrain.painter.Tint.PINK;
import static dev.storyloom.pretrain.painter.Tint.PURPLE;
import static dev.storyloom.pretrain.painter.Tint.RED;
import static dev.storyloom.pretrain.painter.Tint.WHITE;
import static dev.storyloom.pretrain.painter.Tint.YELLOW;

import java.util.List;

/** A thing that can be held by the subject or lie beside it. */
public enum Prop implements Word {
    BALL("soccer-ball", Hold.GROUND, 0.46, "ball, football", "quả bóng, trái bóng"),
    BALLOON("balloon", Hold.ABOVE, 0.66, "balloon", "bóng bay, quả bóng bay", RED, BLUE, YELLOW, GREEN, PINK),
    KITE("kite", Hold.ABOVE, 0.66, "kite", "con diều, cánh diều"),
    UMBRELLA("umbrella", Hold.ABOVE, 0.76, "umbrella", "chiếc ô, cái dù", PURPLE, RED, YELLOW, BLUE, GREEN),
    BOOK("closed-book", Hold.HAND, 0.48, "book, storybook", "quyển sách, cuốn sách", RED, BLUE, GREEN, ORANGE),
    GUITAR("guitar", Hold.HAND, 0.64, "guitar", "đàn ghi-ta, đàn guitar", RED, BLUE, ORANGE),
    GIFT("wrapped-gift", Hold.HAND, 0.50, "gift, present", "hộp quà, món quà"),
    FLOWER("tulip", Hold.HAND, 0.58, "flower, tulip", "bông hoa, đóa hoa", PINK, RED, YELLOW, PURPLE),
    SUNFLOWER("sunflower", Hold.HAND, 0.60, "sunflower", "hoa hướng dương"),
    APPLE("red-apple", Hold.HAND, 0.42, "apple", "quả táo, trái táo", RED, YELLOW),
    BANANA("banana", Hold.HAND, 0.48, "banana", "quả chuối, trái chuối"),
    CARROT("carrot", Hold.HAND, 0.50, "carrot", "củ cà rốt, cà rốt"),
    WATERMELON("watermelon", Hold.HAND, 0.52, "watermelon", "dưa hấu, quả dưa hấu"),
    CAKE("birthday-cake", Hold.HAND, 0.54, "cake, birthday cake", "bánh kem, bánh sinh nhật"),
    ICE_CREAM("soft-ice-cream", Hold.HAND, 0.54, "ice cream", "cây kem, kem"),
    LANTERN("red-paper-lantern", Hold.HAND, 0.58, "lantern, paper lantern", "đèn lồng, lồng đèn", RED, BLUE, GREEN),
    STAR("star", Hold.HAND, 0.50, "star, golden star", "ngôi sao, ông sao"),
    SNOWMAN("snowman", Hold.GROUND, 0.84, "snowman", "người tuyết"),
    WAND("magic-wand", Hold.HAND, 0.54, "magic wand, wand", "đũa thần, cây đũa thần"),
    KEY("old-key", Hold.HAND, 0.50, "key, golden key", "chìa khóa, chiếc chìa khóa"),
    BASKET("basket", Hold.HAND, 0.52, "basket", "cái giỏ, chiếc giỏ"),
    BAG("backpack", Hold.HAND, 0.52, "bag, backpack", "ba lô, cái túi", RED, BLUE, GREEN, YELLOW),
    CAMERA("camera", Hold.HAND, 0.48, "camera", "máy ảnh"),
    TELESCOPE("telescope", Hold.GROUND, 0.74, "telescope", "kính viễn vọng"),
    DRUM("drum", Hold.GROUND, 0.58, "drum", "cái trống, chiếc trống", RED, BLUE, GREEN),
    TRUMPET("trumpet", Hold.HAND, 0.56, "trumpet", "kèn, kèn trumpet"),
    BELL("bell", Hold.HAND, 0.46, "bell", "cái chuông, quả chuông"),
    TEDDY("teddy-bear", Hold.HAND, 0.56, "teddy bear, teddy", "gấu bông, chú gấu bông"),
    BUCKET("bucket", Hold.GROUND, 0.48, "bucket", "cái xô, chiếc xô", BLUE, RED, YELLOW, GREEN),
    BROOM("broom", Hold.HAND, 0.74, "broom", "cái chổi, cây chổi"),
    BOAT("sailboat", Hold.GROUND, 0.66, "boat, toy boat", "chiếc thuyền, con thuyền"),
    BICYCLE("bicycle", Hold.GROUND, 0.84, "bicycle, bike", "xe đạp, chiếc xe đạp", RED, BLUE, GREEN),
    CAR("automobile", Hold.GROUND, 0.72, "car, toy car", "ô tô, xe hơi", RED, BLUE, YELLOW, GREEN),
    TRAIN("locomotive", Hold.GROUND, 0.76, "train, toy train", "tàu hỏa, xe lửa"),
    ROCKET("rocket", Hold.GROUND, 0.80, "rocket", "tên lửa"),
    TENT("tent", Hold.GROUND, 0.86, "tent", "cái lều, túp lều", GREEN, RED, BLUE, ORANGE),
    MUSHROOM("mushroom", Hold.GROUND, 0.58, "mushroom, toadstool", "cây nấm, nấm", RED, BLUE, PURPLE),
    CHRISTMAS_TREE("christmas-tree", Hold.GROUND, 1.0, "christmas tree", "cây thông noel"),
    MAP("world-map", Hold.HAND, 0.54, "map", "tấm bản đồ, bản đồ"),
    TEAPOT("teapot", Hold.GROUND, 0.52, "teapot", "ấm trà", RED, BLUE, WHITE),
    CROWN("crown", Hold.HAND, 0.50, "crown, golden crown", "vương miện"),
    CANDLE("candle", Hold.HAND, 0.54, "candle", "cây nến, ngọn nến"),
    LADDER("ladder", Hold.GROUND, 0.95, "ladder", "cái thang, chiếc thang"),
    CLOCK("alarm-clock", Hold.HAND, 0.50, "clock, alarm clock", "đồng hồ, đồng hồ báo thức"),
    SEASHELL("spiral-shell", Hold.HAND, 0.48, "shell, seashell", "vỏ sò, vỏ ốc"),
    GEM("gem-stone", Hold.HAND, 0.48, "diamond, gem", "kim cương, viên ngọc", BLUE, RED, GREEN, PURPLE),
    VIOLIN("violin", Hold.HAND, 0.64, "violin, fiddle", "đàn violin, vĩ cầm"),
    PENCIL("pencil", Hold.HAND, 0.54, "pencil", "bút chì, cây bút chì", ORANGE, RED, BLUE, GREEN),
    HAT("top-hat", Hold.HAND, 0.52, "hat, top hat", "cái mũ, chiếc mũ"),
    BREAD("bread", Hold.HAND, 0.50, "bread, loaf of bread", "bánh mì, ổ bánh mì"),
    LOLLIPOP("lollipop", Hold.HAND, 0.56, "lollipop, candy", "kẹo mút, cây kẹo"),
    PUMPKIN("jack-o-lantern", Hold.GROUND, 0.58, "pumpkin", "bí ngô, quả bí ngô"),
    STRAWBERRY("strawberry", Hold.HAND, 0.46, "strawberry", "dâu tây, quả dâu"),
    GRAPES("grapes", Hold.HAND, 0.52, "grapes, bunch of grapes", "chùm nho, quả nho"),
    NEST("nest-with-eggs", Hold.GROUND, 0.66, "nest, bird nest", "tổ chim, cái tổ"),
    CHAIR("chair", Hold.GROUND, 0.76, "chair", "cái ghế, chiếc ghế"),
    LOTUS("lotus", Hold.HAND, 0.54, "lotus, lotus flower", "hoa sen, bông sen"),
    LETTER("love-letter", Hold.HAND, 0.50, "letter, envelope", "bức thư, lá thư"),
    AIRPLANE("small-airplane", Hold.GROUND, 0.70, "plane, airplane", "máy bay, chiếc máy bay", RED, BLUE, GREEN),
    BUS("bus", Hold.GROUND, 0.74, "bus, school bus", "xe buýt, chiếc xe buýt");

    /** Where the thing is in relation to the subject. */
    enum Hold { HAND, ABOVE, GROUND }

    private final String art;
    private final Hold hold;
    private final double size;
    private final List<String> english;
    private final List<String> vietnamese;
    private final List<Tint> tints;

    Prop(String art, Hold hold, double size, String english, String vietnamese, Tint... tints) {
        this.art = art;
        this.hold = hold;
        this.size = size;
        this.english = List.of(english.split(", "));
        this.vietnamese = List.of(vietnamese.split(", "));
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

    String art() {
        return art;
    }

    Hold hold() {
        return hold;
    }

    /** Longer side in relation to a child's height. */
    double size() {
        return size;
    }

    /** Colours that it comes in, named in the caption, the drawn one first; empty where it has only its own. */
    List<Tint> tints() {
        return tints;
    }

    boolean shines() {
        return this == LANTERN || this == STAR || this == CANDLE;
    }
}
