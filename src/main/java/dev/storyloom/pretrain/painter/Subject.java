package dev.storyloom.pretrain.painter;

import java.util.List;

/** Who can be in a picture; the art names are drawings of the collection that {@link ArtLibrary} reads. */
public enum Subject implements Word {
    GIRL(List.of("girl", "little girl"), List.of("bé gái", "cô bé"),
            "girl-light", "girl-medium-light", "girl-medium", "girl-medium-dark"),
    BOY(List.of("boy", "little boy"), List.of("bé trai", "cậu bé"),
            "boy-light", "boy-medium-light", "boy-medium", "boy-medium-dark"),
    PRINCESS(List.of("princess"), List.of("công chúa"), "girl-medium", "crown"),
    CAT(List.of("cat", "kitten"), List.of("con mèo", "mèo con"), "black-cat"),
    DOG(List.of("dog", "puppy"), List.of("con chó", "cún con"), "dog"),
    RABBIT(List.of("rabbit", "bunny"), List.of("con thỏ", "thỏ con"), "rabbit"),
    FOX(List.of("fox", "little fox"), List.of("con cáo", "cáo con"), "fox"),
    BEAR(List.of("bear", "brown bear"), List.of("con gấu", "gấu con"), "bear"),
    PANDA(List.of("panda"), List.of("gấu trúc"), "panda"),
    LION(List.of("lion"), List.of("sư tử"), "lion"),
    ELEPHANT(List.of("elephant"), List.of("con voi", "voi con"), "elephant"),
    PENGUIN(List.of("penguin"), List.of("chim cánh cụt"), "penguin"),
    OWL(List.of("owl"), List.of("con cú", "cú mèo"), "owl"),
    FROG(List.of("frog"), List.of("con ếch", "ếch con"), "frog"),
    PIG(List.of("pig", "piglet"), List.of("con lợn", "heo con"), "pig"),
    DINOSAUR(List.of("dinosaur"), List.of("khủng long"), "t-rex"),
    UNICORN(List.of("unicorn"), List.of("kỳ lân"), "horse"),
    ROBOT(List.of("robot"), List.of("rô-bốt", "người máy"), "robot");

    private final List<String> english;
    private final List<String> vietnamese;
    private final List<String> art;

    Subject(List<String> english, List<String> vietnamese, String... art) {
        this.english = english;
        this.vietnamese = vietnamese;
        this.art = List.of(art);
    }

    @Override
    public List<String> english() {
        return english;
    }

    @Override
    public List<String> vietnamese() {
        return vietnamese;
    }

    List<String> art() {
        return art;
    }

    /** Drawings that may stand for the subject, one for each skin tone; one for all others. */
    int variants() {
        return this == GIRL || this == BOY ? art.size() : 1;
    }
}
