package dev.storyloom.pretrain.painter;

import java.util.List;

/** How a picture is drawn; the first words are those that the picture-book styles of the application use. */
public enum Style implements Word {
    FLAT("storybook illustration, flat picture book illustration", "tranh truyện, tranh phẳng"),
    SOFT_3D("soft 3d render, 3d clay", "tranh 3d mềm, đất nặn 3d"),
    CRAYON("crayon drawing", "tranh sáp màu"),
    WATERCOLOUR("soft watercolor painting, watercolour painting", "tranh màu nước"),
    NIGHT_LIGHT("glowing night-light, dark glowing picture", "tranh phát sáng, ánh đèn ngủ"),
    PHOTO("photo, photograph", "ảnh chụp, bức ảnh");

    private final List<String> english;
    private final List<String> vietnamese;

    Style(String english, String vietnamese) {
        this.english = List.of(english.split(", "));
        this.vietnamese = List.of(vietnamese.split(", "));
    }

    @Override
    public List<String> english() {
        return english;
    }

    @Override
    public List<String> vietnamese() {
        return vietnamese;
    }

    /** Whether figures are shaded ones. */
    boolean solid() {
        return this == SOFT_3D || this == PHOTO;
    }
}
