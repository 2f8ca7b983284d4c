package dev.storyloom.diffusion.pipeline;

/** Counts a prompt as the model will. */
public interface PromptTokenizer {
    /** Tokens of {@code text}, the two special ones included. */
    int count(String text);

    /** Tokens that fit, the two special ones included: 77. */
    int limit();
}
