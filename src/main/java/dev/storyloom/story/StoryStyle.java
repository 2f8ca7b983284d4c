package dev.storyloom.story;

import java.util.Locale;

/** The looks a writer may choose; illustrated ones only. The words are English because the painter reads English. */
public enum StoryStyle {
    PICTURE_BOOK("flat picture book illustration, bright colors"),
    WATERCOLOUR("soft watercolor painting, gentle colors"),
    CRAYON("crayon drawing, warm colors"),
    SOFT_3D("soft 3d render, soft colours"),
    NIGHT_LIGHT("glowing night-light"),
    PAPER_CUT("paper cut-out collage, layered paper"),
    BEDTIME("cozy bedtime illustration, calm soft light");

    private final String words;

    StoryStyle(String words) {
        this.words = words;
    }

    public String words() {
        return words;
    }

    /** The word in forms and message keys. */
    public String key() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** The style of that key; anything else is the picture book. */
    public static StoryStyle of(String key) {
        for (var style : values()) {
            if (style.key().equals(key)) {
                return style;
            }
        }
        return PICTURE_BOOK;
    }
}
