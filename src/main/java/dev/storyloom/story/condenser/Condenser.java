package dev.storyloom.story.condenser;

/** Turns a story into scenes that a painter can paint. Throws {@link StoryException} for a story it refuses. */
public interface Condenser {

    StoryPlan condense(CondenserRequest request);
}
