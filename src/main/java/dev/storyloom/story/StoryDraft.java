package dev.storyloom.story;

import dev.storyloom.story.StoryRefused.Reason;
import dev.storyloom.story.condenser.StoryException;
import dev.storyloom.story.condenser.StoryText;
import java.util.List;
import java.util.UUID;

/**
 * What the writer handed in, cleaned and within the limits.
 *
 * @param characters who plays in it; none (or null) means a story without a hero of the writer's own
 * @param ageBand    null where nobody said for whom it is
 */
public record StoryDraft(String title, String text, int pages, List<UUID> characters, StoryStyle style,
        AgeBand ageBand) {
    public static final int TEXT_LIMIT = StoryText.LONGEST;
    public static final int TITLE_LIMIT = 120;
    public static final int FEWEST_PAGES = 4;
    public static final int MOST_PAGES = 12;
    public static final int USUAL_PAGES = 6;
    public static final int MOST_CHARACTERS = 3;

    /**
     * Refuses an empty and a too long text with a {@link StoryException}, a too long title and too many characters with
     * {@link StoryRefused}.
     */
    public StoryDraft {
        title = Wording.line(title);
        text = StoryText.of(text == null ? "" : text.replace("\r\n", "\n")).toString();
        pages = Math.max(FEWEST_PAGES, Math.min(MOST_PAGES, pages));
        characters = characters == null ? List.of() : characters.stream().distinct().toList();
        if (characters.size() > MOST_CHARACTERS) {
            throw new StoryRefused(Reason.TOO_MANY_CHARACTERS);
        }
        if (Wording.isBlank(text)) {
            throw new StoryException(StoryException.EMPTY);
        }
        if (Wording.isBlank(title)) {
            title = "";
        }
        if (Wording.length(title) > TITLE_LIMIT) {
            throw new StoryRefused(Reason.TITLE_TOO_LONG);
        }
    }
}
