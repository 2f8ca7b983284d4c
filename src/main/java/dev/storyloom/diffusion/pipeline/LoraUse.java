package dev.storyloom.diffusion.pipeline;

import java.nio.file.Path;

/** A LoRA file and how strongly it counts: 0 not at all, 1 as trained. */
public record LoraUse(Path file, double scale) {
    /** How strongly a character's counts on a page: there places and times are still heard (decision 0016). */
    public static final String CHARACTER = "0.9";
    /** And that of a style beside it. */
    public static final String STYLE = "0.6";

    public static LoraUse ofCharacter(Path file) {
        return new LoraUse(file, Double.parseDouble(CHARACTER));
    }

    public static LoraUse ofStyle(Path file) {
        return new LoraUse(file, Double.parseDouble(STYLE));
    }
}
