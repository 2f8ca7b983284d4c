package dev.storyloom.cli;

import com.fasterxml.jackson.annotation.JsonPropertyOrder;
import java.util.List;

/** {@code book.json}: what a book says and how each picture was made. */
@JsonPropertyOrder({"title", "language", "character", "model", "seed", "pages"})
record Book(String title, String language, String character, String model, long seed, List<Page> pages) {

    /** {@code image} is the file's name beside {@code book.json}. */
    @JsonPropertyOrder({"narration", "prompt", "negative", "image", "seed", "steps"})
    record Page(String narration, String prompt, String negative, String image, long seed, int steps) {
    }
}
