package dev.storyloom.book.edition;

import java.time.Instant;
import java.util.List;
import java.util.UUID;

/**
 * What an edition is made from.
 *
 * @param id       names the edition to programs that collect books; nothing can be looked up with it
 * @param language ISO 639 code of the narration
 * @param changed  when the book was last bound
 * @param pictures what is said of the picture of each page to those who cannot see it
 * @param closing  the book's last words, in its own language
 */
public record Manuscript(UUID id, String title, String language, Instant changed, List<String> narrations,
        List<String> pictures, Closing closing) {

    /** The words on the back page. */
    public record Closing(String end, String madeWithAi, String madeWith) {
    }
}
