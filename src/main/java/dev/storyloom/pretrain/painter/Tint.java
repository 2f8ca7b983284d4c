package dev.storyloom.pretrain.painter;

import java.util.List;

/** Colours that fur, clothes and things can have, with their words. */
public enum Tint implements Word {
    RED(0xE5484D, "red", "đỏ"),
    ORANGE(0xF5913E, "orange", "cam"),
    YELLOW(0xFFCB3D, "yellow", "vàng"),
    GREEN(0x35B277, "green", "xanh lá"),
    BLUE(0x3C8CE7, "blue", "xanh dương"),
    PURPLE(0x9460D8, "purple", "tím"),
    PINK(0xF58AC3, "pink", "hồng"),
    BROWN(0x94613F, "brown", "nâu"),
    BLACK(0x4A4554, "black", "đen"),
    WHITE(0xF5F2F0, "white", "trắng"),
    GREY(0x9D9CA8, "grey", "xám");

    final int rgb;
    private final String english;
    private final String vietnamese;

    Tint(int rgb, String english, String vietnamese) {
        this.rgb = rgb;
        this.english = english;
        this.vietnamese = vietnamese;
    }

    @Override
    public List<String> english() {
        return List.of(english);
    }

    /** After the noun, as Vietnamese wants it. */
    @Override
    public List<String> vietnamese() {
        return List.of(vietnamese);
    }
}
