package dev.storyloom.story;

import java.nio.file.Path;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** The looks a writer may choose; illustrated ones only. The words are English because the painter reads English. */
public enum StoryStyle {
    PICTURE_BOOK("flat picture book illustration, bright colors"),
    WATERCOLOUR("soft watercolor painting, gentle colors"),
    CRAYON("crayon drawing, warm colors"),
    SOFT_3D("soft 3d render, soft colours"),
    NIGHT_LIGHT("glowing night-light"),
    PAPER_CUT("paper cut-out collage, layered paper"),
    FOLK_PRINT("dong ho folk woodblock print"),
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

    /** Of the model's LoRA for this style, where it brings one. */
    public Path adapter(Path modelFolder) {
        return modelFolder.resolve("adapters").resolve(key() + ".safetensors");
    }

    public static Optional<StoryStyle> named(String key) {
        return Arrays.stream(values()).filter(style -> style.key().equals(key)).findFirst();
    }

    /** The style of that key; anything else is the picture book. */
    public static StoryStyle of(String key) {
        return named(key).orElse(PICTURE_BOOK);
    }
}
