package dev.storyloom.pretrain.painter;

import java.util.List;

/** A thing that can be held by the subject or lie beside it. */
public enum Prop implements Word {
    BALL("soccer-ball", Hold.GROUND, 34, List.of("ball"), List.of("quả bóng")),
    BALLOON("balloon", Hold.ABOVE, 48, List.of("balloon", "red balloon"), List.of("bóng bay", "quả bóng bay")),
    KITE("kite", Hold.ABOVE, 50, List.of("kite"), List.of("con diều", "cánh diều")),
    UMBRELLA("umbrella", Hold.ABOVE, 54, List.of("umbrella"), List.of("chiếc ô", "cái dù")),
    BOOK("open-book", Hold.HAND, 40, List.of("book", "open book"), List.of("quyển sách", "cuốn sách")),
    GUITAR("guitar", Hold.HAND, 50, List.of("guitar"), List.of("đàn ghi-ta", "cây đàn")),
    GIFT("wrapped-gift", Hold.HAND, 38, List.of("gift", "present"), List.of("hộp quà", "món quà")),
    FLOWER("tulip", Hold.HAND, 44, List.of("flower", "pink flower"), List.of("bông hoa", "đóa hoa")),
    APPLE("red-apple", Hold.HAND, 32, List.of("apple", "red apple"), List.of("quả táo", "trái táo")),
    CAKE("birthday-cake", Hold.HAND, 40, List.of("cake", "birthday cake"), List.of("bánh kem", "bánh sinh nhật")),
    LANTERN("red-paper-lantern", Hold.HAND, 44, List.of("lantern"), List.of("đèn lồng", "lồng đèn")),
    BOAT("sailboat", Hold.GROUND, 46, List.of("boat", "toy boat"), List.of("chiếc thuyền", "con thuyền")),
    BICYCLE("bicycle", Hold.GROUND, 52, List.of("bicycle", "bike"), List.of("xe đạp", "chiếc xe đạp")),
    STAR("star", Hold.HAND, 38, List.of("star", "yellow star"), List.of("ngôi sao", "ông sao"));

    /** Where the thing is in relation to the subject. */
    enum Hold { HAND, ABOVE, GROUND }

    private final String art;
    private final Hold hold;
    private final int size;
    private final List<String> english;
    private final List<String> vietnamese;

    Prop(String art, Hold hold, int size, List<String> english, List<String> vietnamese) {
        this.art = art;
        this.hold = hold;
        this.size = size;
        this.english = english;
        this.vietnamese = vietnamese;
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

    /** Longer side in pixels of a 128 pixel picture. */
    int size() {
        return size;
    }
}
