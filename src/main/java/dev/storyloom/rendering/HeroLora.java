package dev.storyloom.rendering;

import java.nio.file.Path;
import java.util.regex.Pattern;

/** What training left of a character: its file, the file's SHA-256, and the rare word that calls it ({@code sks}). */
record HeroLora(Path file, String sha256, String word) {
    /** Whether these words call the character; a page without its rare word is painted without its LoRA. */
    boolean isIn(String prompt) {
        return Pattern.compile("\\b" + Pattern.quote(word) + "\\b", Pattern.CASE_INSENSITIVE).matcher(prompt).find();
    }
}
