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
    OCTOPUS(Build.SWIMMER, 0.8, "octopus", "octopus", "bạch tuộc", false, PURPLE, BLUE, GREEN),
    KING(Build.ADULT, 1.2, "man-beard", "king", "nhà vua, đức vua", true),
    QUEEN(Build.ADULT, 1.15, "woman", "queen", "hoàng hậu, nữ hoàng", true),
    BABY(Build.CHILD, 0.72, "baby", "baby", "em bé, bé sơ sinh", true),
    SANTA(Build.COSTUME, 1.15, "santa-claus", "santa claus, santa", "ông già noel", true),
    CLOWN(Build.COSTUME, 1.1, "clown-face", "clown", "chú hề", false),
    FIREFIGHTER(Build.COSTUME, 1.15, "firefighter", "firefighter, fireman", "lính cứu hỏa", true),
    POLICE_OFFICER(Build.COSTUME, 1.15, "police-officer", "policeman, police officer", "cảnh sát, chú công an", true),
    DOCTOR(Build.COSTUME, 1.15, "health-worker", "doctor, nurse", "bác sĩ, y tá", true),
    FARMER(Build.COSTUME, 1.15, "farmer", "farmer", "bác nông dân, nông dân", true),
    COOK(Build.COSTUME, 1.15, "cook", "cook, chef", "đầu bếp", true),
    BUILDER(Build.COSTUME, 1.15, "construction-worker", "worker, builder", "công nhân, thợ xây", true),
    NINJA(Build.COSTUME, 1.05, "ninja", "ninja", "ninja, nhẫn giả", true),
    SUPERHERO(Build.COSTUME, 1.15, "person-superhero", "superhero", "siêu anh hùng", true),
    ELF(Build.COSTUME, 1.0, "boy", "elf", "yêu tinh", true),
    GENIE(Build.COSTUME, 1.15, "person-genie", "genie", "thần đèn", false),
    SOLDIER(Build.COSTUME, 1.2, "guard", "soldier, guard", "chú lính, lính gác", true),
    ALIEN(Build.FURRY, 0.95, "alien", "alien", "người ngoài hành tinh", false),
    GHOST(Build.WHOLE, 0.95, "ghost", "ghost", "con ma, bóng ma", false),
    KOALA(Build.FURRY, 0.95, "koala", "koala", "gấu túi", false),
    RACCOON(Build.FURRY, 0.95, "raccoon", "raccoon", "gấu mèo", false),
    HAMSTER(Build.FURRY, 0.8, "hamster", "hamster", "chuột hamster", false),
    POLAR_BEAR(Build.FURRY, 1.05, "polar-bear", "polar bear", "gấu bắc cực", false),
    HEN(Build.FURRY, 0.85, "chicken", "hen, chicken", "gà mái, con gà", false),
    ROOSTER(Build.WHOLE, 0.9, "rooster", "rooster, cockerel", "gà trống", false),
    CHICK(Build.WHOLE, 0.65, "baby-chick", "chick, baby chick", "gà con", false),
    TURKEY(Build.WHOLE, 0.9, "turkey", "turkey", "gà tây", false),
    SWAN(Build.WHOLE, 0.95, "swan", "swan", "thiên nga", false),
    GOOSE(Build.WHOLE, 0.9, "goose", "goose", "con ngỗng, ngỗng", false),
    FLAMINGO(Build.WHOLE, 1.1, "flamingo", "flamingo", "hồng hạc", false),
    PEACOCK(Build.WHOLE, 1.0, "peacock", "peacock", "con công", false),
    EAGLE(Build.WHOLE, 0.85, "eagle", "eagle, hawk", "đại bàng", false),
    DOVE(Build.WHOLE, 0.8, "dove", "pigeon, dove", "bồ câu, chim bồ câu", false),
    CROW(Build.WHOLE, 0.8, "blackbird", "crow, raven", "con quạ", false),
    BAT(Build.WHOLE, 0.85, "bat", "bat", "con dơi, dơi", false),
    BUFFALO(Build.WHOLE, 1.05, "water-buffalo", "buffalo, water buffalo", "con trâu, trâu", false),
    GOAT(Build.WHOLE, 0.95, "goat", "goat", "con dê, dê con", false),
    DONKEY(Build.WHOLE, 1.1, "donkey", "donkey", "con lừa, lừa con", false),
    DEER(Build.WHOLE, 1.1, "deer", "deer, stag", "con hươu, con nai", false),
    CAMEL(Build.WHOLE, 1.15, "two-hump-camel", "camel", "lạc đà", false),
    LLAMA(Build.WHOLE, 1.1, "llama", "llama, alpaca", "lạc đà không bướu", false),
    KANGAROO(Build.WHOLE, 1.1, "kangaroo", "kangaroo", "chuột túi", false),
    RHINO(Build.WHOLE, 1.0, "rhinoceros", "rhino, rhinoceros", "tê giác", false),
    HIPPO(Build.WHOLE, 1.0, "hippopotamus", "hippo, hippopotamus", "hà mã", false),
    MAMMOTH(Build.WHOLE, 1.15, "mammoth", "mammoth", "voi ma mút", false),
    GORILLA(Build.WHOLE, 1.1, "gorilla", "gorilla", "khỉ đột", false),
    ORANGUTAN(Build.WHOLE, 0.95, "orangutan", "orangutan", "đười ươi", false),
    SLOTH(Build.WHOLE, 0.9, "sloth", "sloth", "con lười", false),
    LEOPARD(Build.WHOLE, 0.9, "leopard", "leopard, cheetah", "con báo, báo đốm", false),
    BEAVER(Build.WHOLE, 0.8, "beaver", "beaver", "hải ly", false),
    OTTER(Build.WHOLE, 0.8, "otter", "otter", "rái cá", false),
    SKUNK(Build.WHOLE, 0.8, "skunk", "skunk", "chồn hôi", false),
    BADGER(Build.WHOLE, 0.8, "badger", "badger", "con lửng", false),
    CROCODILE(Build.WHOLE, 1.0, "crocodile", "crocodile, alligator", "cá sấu", false),
    SNAKE(Build.WHOLE, 0.85, "snake", "snake", "con rắn, rắn", false),
    LIZARD(Build.WHOLE, 0.85, "lizard", "lizard, gecko", "thằn lằn, tắc kè", false),
    BRONTOSAURUS(Build.WHOLE, 1.2, "sauropod", "brontosaurus", "khủng long cổ dài", false, BLUE, PURPLE),
    SEAL(Build.WHOLE, 0.85, "seal", "seal", "hải cẩu", false),
    CRAB(Build.WHOLE, 0.75, "crab", "crab", "con cua, cua", false),
    LOBSTER(Build.WHOLE, 0.85, "lobster", "lobster", "tôm hùm", false),
    SNAIL(Build.WHOLE, 0.7, "snail", "snail", "ốc sên, con ốc", false),
    BUTTERFLY(Build.WHOLE, 0.8, "butterfly", "butterfly", "con bướm, bươm bướm", false, BLUE, PURPLE, GREEN),
    CATERPILLAR(Build.WHOLE, 0.7, "bug", "caterpillar", "sâu bướm, con sâu", false),
    ANT(Build.WHOLE, 0.7, "ant", "ant", "con kiến, kiến", false),
    BEE(Build.WHOLE, 0.7, "honeybee", "bee, honeybee", "con ong, ong mật", false),
    LADYBUG(Build.WHOLE, 0.7, "lady-beetle", "ladybug, ladybird", "bọ rùa", false),
    SPIDER(Build.WHOLE, 0.75, "spider", "spider", "con nhện, nhện", false),
    DOLPHIN(Build.SWIMMER, 0.9, "dolphin", "dolphin", "cá heo", false),
    SHARK(Build.SWIMMER, 0.95, "shark", "shark", "cá mập", false),
    JELLYFISH(Build.SWIMMER, 0.8, "jellyfish", "jellyfish", "con sứa, sứa", false),
    SQUID(Build.SWIMMER, 0.85, "squid", "squid", "con mực, mực", false),
    PUFFERFISH(Build.SWIMMER, 0.7, "blowfish", "pufferfish", "cá nóc", false);

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

    /** Whether its drawing looks right, unlike all others. */
    boolean looksRight() {
        return this == SNAKE;
    }

    /** Whether it wears clothes of a colour that a caption can name. */
    boolean dressed() {
        return build == Build.CHILD || build == Build.ADULT;
    }
}
