package dev.storyloom.story.condenser;

/** How many tokens a text takes in the painter's text encoder, its special tokens included, and how many fit. */
public interface TokenBudget {

    int count(String text);

    int limit();

    /** A careful guess for CLIP without its vocabulary: never fewer tokens than CLIP makes of plain English words. */
    static TokenBudget estimate() {
        return new EstimatedBudget();
    }
}
