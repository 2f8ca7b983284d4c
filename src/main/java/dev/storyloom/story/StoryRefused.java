package dev.storyloom.story;

import java.util.List;
import java.util.Locale;

/** A title or a scene that cannot be taken as it is, with a code that the pages turn into a sentence. */
public final class StoryRefused extends RuntimeException {
    private final Reason reason;
    private final List<String> names;

    /** {@code names}: of the characters that it is about. */
    public StoryRefused(Reason reason, String... names) {
        super(reason.name().toLowerCase(Locale.ROOT));
        this.reason = reason;
        this.names = List.of(names);
    }

    public List<String> names() {
        return names;
    }

    public Reason reason() {
        return reason;
    }

    /** Why a text was not taken. */
    public enum Reason {
        TITLE_EMPTY, TITLE_TOO_LONG, NARRATION_EMPTY, NARRATION_TOO_LONG, PROMPT_EMPTY, PROMPT_TOO_LONG,
        TOO_MANY_SCENES, LAST_SCENE, TOO_MANY_CHARACTERS, SAME_WORD
    }
}
