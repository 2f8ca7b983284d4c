package dev.storyloom.story.condenser;

import java.util.List;

/**
 * A story to condense.
 *
 * @param pages  how many scenes are wanted; 0 lets the condenser choose by the story's length
 * @param cast   the characters whose names the story may use; may be empty
 * @param style  the look of the pictures, in English; empty takes the storybook look
 * @param tokens what the painter's text encoder can read
 */
public record CondenserRequest(String story, int pages, List<CastMember> cast, String style, TokenBudget tokens) {

    public static final int MOST_PAGES = 40;

    public CondenserRequest {
        if (pages < 0 || pages > MOST_PAGES) {
            throw new IllegalArgumentException("pages must be between 0 and " + MOST_PAGES + ", but is " + pages);
        }
        story = story == null ? "" : story;
        style = style == null ? "" : style.strip();
        cast = cast == null ? List.of() : List.copyOf(cast);
    }
}
