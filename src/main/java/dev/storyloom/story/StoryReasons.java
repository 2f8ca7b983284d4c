package dev.storyloom.story;

import dev.storyloom.account.Viewer;
import dev.storyloom.story.condenser.StoryException;
import dev.storyloom.web.Problem;
import io.quarkus.qute.i18n.Localized;
import io.quarkus.qute.i18n.MessageBundles;
import jakarta.enterprise.context.RequestScoped;
import java.util.function.Supplier;

/** Says in the viewer's language why a story or a scene was not taken. */
@RequestScoped
public class StoryReasons {
    private static final int UNPROCESSABLE = 422;

    private final Viewer viewer;

    StoryReasons(Viewer viewer) {
        this.viewer = viewer;
    }

    /** Does the work; what the story's rules refuse becomes a 422 with a kind sentence. */
    public <T> T kindly(Supplier<T> work) {
        try {
            return work.get();
        } catch (StoryRefused refused) {
            throw new Problem(UNPROCESSABLE, refused.getMessage(), sentence(refused));
        } catch (StoryException refused) {
            throw new Problem(UNPROCESSABLE, refused.code(), refused.message(viewer.locale()));
        }
    }

    private String sentence(StoryRefused refused) {
        var words = MessageBundles.get(StoryMessages.class, Localized.Literal.of(viewer.locale().getLanguage()));
        return switch (refused.reason()) {
            case TITLE_EMPTY -> words.titleEmpty();
            case TITLE_TOO_LONG -> words.titleTooLong(StoryDraft.TITLE_LIMIT);
            case NARRATION_EMPTY -> words.narrationEmpty();
            case NARRATION_TOO_LONG -> words.narrationTooLong(SceneEdit.NARRATION_LIMIT);
            case PROMPT_EMPTY -> words.promptEmpty();
            case PROMPT_TOO_LONG -> words.promptTooLong(SceneEdit.PROMPT_LIMIT);
            case TOO_MANY_SCENES -> words.full(StoryDraft.MOST_PAGES);
            case LAST_SCENE -> words.lastScene();
            case TOO_MANY_CHARACTERS -> words.tooManyHeroes(StoryDraft.MOST_CHARACTERS);
            case SAME_WORD -> words.sameWord(refused.names().get(0), refused.names().get(1));
        };
    }
}
