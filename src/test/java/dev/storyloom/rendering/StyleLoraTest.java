package dev.storyloom.rendering;

import static org.assertj.core.api.Assertions.assertThat;

import dev.storyloom.account.Guests;
import dev.storyloom.diffusion.pipeline.LoraUse;
import dev.storyloom.story.StoryDraft;
import dev.storyloom.story.StoryService;
import dev.storyloom.story.StoryStyle;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.util.List;
import org.junit.jupiter.api.Test;

/** A style for which the model brings a LoRA is painted with it, on every page. */
@QuarkusTest
class StyleLoraTest {
    @Inject
    Guests guests;
    @Inject
    StoryService stories;
    @Inject
    PaintingPlans plans;
    @Inject
    PaintingModel model;
    @Inject
    RenderingConfig config;

    @Test
    void everyPageOfAFolkPrintIsPaintedWithItsLora() {
        var adapter = new LoraUse(StoryStyle.FOLK_PRINT.adapter(model.folder()), config.styleScale());
        assertThat(loras(StoryStyle.FOLK_PRINT)).isNotEmpty().allMatch(List.of(adapter)::equals);
    }

    @Test
    void aStyleThatTheModelKnowsByItsWordsNeedsNone() {
        assertThat(loras(StoryStyle.WATERCOLOUR)).isNotEmpty().allMatch(List::isEmpty);
    }

    private List<List<LoraUse>> loras(StoryStyle style) {
        var owner = guests.create().id;
        var story = stories.write(owner, new StoryDraft("", "A fox slept in the forest. It ran to the beach.", 2, null,
                style, null));
        return plans.of(story.id, owner).sheets().stream().map(sheet -> sheet.wish().request().loras()).toList();
    }
}
