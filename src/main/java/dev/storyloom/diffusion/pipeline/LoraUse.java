package dev.storyloom.diffusion.pipeline;

import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/** A LoRA file and how strongly it counts: 0 not at all, 1 as trained. */
public record LoraUse(Path file, double scale) {
    /** How strongly a character's counts on a page: its training has left it as strong as it may be (decision 0013). */
    public static final String CHARACTER = "1";
    /** And that of a style beside it. */
    public static final String STYLE = "0.6";

    /** What is left of a character's where others lie on the page too: together they drown out place and time. */
    private static final double SHARED = 0.8;

    /** A page's LoRAs: its characters' at {@code scale}, each weaker where it is not alone, and {@code others} as they are. */
    public static List<LoraUse> onPage(List<Path> characters, double scale, List<LoraUse> others) {
        double each = characters.size() + others.size() > 1 ? SHARED * scale : scale;
        return Stream.concat(characters.stream().map(file -> new LoraUse(file, each)), others.stream()).toList();
    }

    public static LoraUse ofCharacter(Path file) {
        return new LoraUse(file, Double.parseDouble(CHARACTER));
    }

    public static LoraUse ofStyle(Path file) {
        return new LoraUse(file, Double.parseDouble(STYLE));
    }
}
