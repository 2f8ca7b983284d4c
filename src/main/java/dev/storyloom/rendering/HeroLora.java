package dev.storyloom.rendering;

import java.nio.file.Path;
import java.util.regex.Pattern;

/** What training left of a character: its file, the file's SHA-256, and the words that call it ({@code sks fox}). */
record HeroLora(Path file, String sha256, String phrase) {
    /** Whether these words call the character by its rare word; a page without it is painted without its LoRA. */
    boolean isIn(String prompt) {
        var rare = phrase.split(" ")[0];
        return Pattern.compile("\\b" + Pattern.quote(rare) + "\\b", Pattern.CASE_INSENSITIVE).matcher(prompt).find();
    }
}
