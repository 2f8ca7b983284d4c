package dev.storyloom.rendering;

import java.nio.file.Path;
import java.util.Locale;

/** What training left of a character: its file, the file's SHA-256, and the words that call it. */
record HeroLora(Path file, String sha256, String token) {
    /** Whether these words call the character; a page without it is painted without its LoRA. */
    boolean isIn(String prompt) {
        return prompt.toLowerCase(Locale.ROOT).contains(token.toLowerCase(Locale.ROOT));
    }
}
