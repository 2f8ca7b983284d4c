package dev.storyloom.story;

import dev.storyloom.story.StoryRefused.Reason;

/** What the writer changed on one scene, cleaned and within the limits. */
public record SceneEdit(String narration, String prompt) {
    public static final int NARRATION_LIMIT = StoryDraft.TEXT_LIMIT;
    public static final int PROMPT_LIMIT = 1_000;

    public SceneEdit {
        narration = Wording.text(narration);
        prompt = Wording.line(prompt);
        if (Wording.isBlank(narration)) {
            throw new StoryRefused(Reason.NARRATION_EMPTY);
        }
        if (Wording.length(narration) > NARRATION_LIMIT) {
            throw new StoryRefused(Reason.NARRATION_TOO_LONG);
        }
        if (Wording.isBlank(prompt)) {
            throw new StoryRefused(Reason.PROMPT_EMPTY);
        }
        if (Wording.length(prompt) > PROMPT_LIMIT) {
            throw new StoryRefused(Reason.PROMPT_TOO_LONG);
        }
    }
}
