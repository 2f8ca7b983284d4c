package dev.storyloom.story;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.storyloom.account.Guests;
import dev.storyloom.story.condenser.StoryException;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import jakarta.ws.rs.NotFoundException;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
class StoryServiceTest {
    private static final String TEXT = "A fox woke up in the forest. The fox ran to the beach. "
            + "It swam in the sea. At night the fox looked at the moon. It slept in a tent.";

    @Inject
    StoryService service;
    @Inject
    StoryRepository stories;
    @Inject
    SceneRepository scenes;
    @Inject
    Guests guests;

    private UUID owner;

    @BeforeEach
    void anAccount() {
        owner = guests.create().id;
    }

    @Test
    void aStoryIsStoredWithNumberedScenes() {
        var story = service.write(owner, draft(TEXT, 4));
        assertThat(scenesOf(story.id)).hasSize(4).extracting(scene -> scene.position).containsExactly(1, 2, 3, 4);
        assertThat(scenesOf(story.id)).allSatisfy(scene -> {
            assertThat(scene.narration).isNotBlank();
            assertThat(scene.prompt).isNotBlank();
            assertThat(scene.tokens).isPositive();
        });
        assertThat(story.title).isNotBlank();
    }

    @Test
    void twentyThousandCharactersAreTakenWhateverTheLineEndsAre() {
        var twoUnitLineEnd = "The fox ran.\r\n".repeat(2_000).substring(0, 14 * 1_500);
        assertThat(service.write(owner, draft(twoUnitLineEnd, 4)).text).doesNotContain("\r");
        assertThat(draft("x".repeat(20_000), 4).text()).hasSize(20_000);
    }

    @Test
    void oneCharacterMoreIsRefusedAndNothingIsStored() {
        assertThatThrownBy(() -> service.write(owner, draft("x".repeat(20_001), 4)))
                .isInstanceOfSatisfying(StoryException.class, e -> assertThat(e.code()).isEqualTo("story_too_long"));
        assertThat(stories.of(owner)).isEmpty();
    }

    @Test
    void aStoryOfNothingVisibleIsEmpty() {
        for (var nothing : new String[] {null, "", " \n\t ", "\u200B\u200D\u2060\uFEFF", "\u3164\u2800"}) {
            assertThatThrownBy(() -> draft(nothing, 4))
                    .isInstanceOfSatisfying(StoryException.class, e -> assertThat(e.code()).isEqualTo("empty_story"));
        }
    }

    @Test
    void anEditedSceneKeepsItsNewWords() {
        var story = service.write(owner, draft(TEXT, 4));
        var scene = scenesOf(story.id).get(1);
        service.edit(owner, story.id, scene.id, new SceneEdit("Cáo chạy.\r\n", "a fox\nrunning"));
        var now = scenesOf(story.id).get(1);
        assertThat(now.narration).isEqualTo("Cáo chạy.");
        assertThat(now.prompt).isEqualTo("a fox running");
    }

    @Test
    void scenesMoveAndStayNumbered() {
        var story = service.write(owner, draft(TEXT, 4));
        var before = scenesOf(story.id);
        service.move(owner, story.id, before.get(0).id, true);
        service.move(owner, story.id, before.get(3).id, true);
        assertThat(scenesOf(story.id)).extracting(scene -> scene.id)
                .containsExactly(before.get(1).id, before.get(0).id, before.get(2).id, before.get(3).id);
        assertThat(scenesOf(story.id)).extracting(scene -> scene.position).containsExactly(1, 2, 3, 4);
    }

    @Test
    void aDeletedSceneLeavesNoGapAndTheLastOneStays() {
        var story = service.write(owner, draft(TEXT, 4));
        scenesOf(story.id).stream().limit(3).forEach(scene -> service.delete(owner, story.id, scene.id));
        var left = scenesOf(story.id);
        assertThat(left).hasSize(1).allSatisfy(scene -> assertThat(scene.position).isEqualTo(1));
        assertThatThrownBy(() -> service.delete(owner, story.id, left.get(0).id)).isInstanceOf(StoryRefused.class);
    }

    @Test
    void anAddedSceneStandsWhereItWasAskedForAndTwelveAreTheMost() {
        var story = service.write(owner, draft(TEXT, 4));
        var added = service.add(owner, story.id, 1, "A bear waved.");
        assertThat(scenesOf(story.id).get(1).id).isEqualTo(added.id);
        for (var i = 0; i < 7; i++) {
            service.add(owner, story.id, 0, "A bear waved.");
        }
        assertThat(scenesOf(story.id)).hasSize(12);
        assertThatThrownBy(() -> service.add(owner, story.id, 0, "Once more.")).isInstanceOf(StoryRefused.class);
    }

    @Test
    void somebodyElsesStoryIsNotFound() {
        var story = service.write(owner, draft(TEXT, 4));
        var scene = scenesOf(story.id).get(0);
        var stranger = guests.create().id;
        assertThatThrownBy(() -> stories.find(story.id, stranger)).isInstanceOf(NotFoundException.class);
        assertThatThrownBy(() -> service.retitle(stranger, story.id, "Mine")).isInstanceOf(NotFoundException.class);
        assertThatThrownBy(() -> service.edit(stranger, story.id, scene.id, new SceneEdit("a", "b")))
                .isInstanceOf(NotFoundException.class);
        assertThatThrownBy(() -> service.add(stranger, story.id, 0, "a")).isInstanceOf(NotFoundException.class);
        assertThatThrownBy(() -> service.delete(stranger, story.id, scene.id)).isInstanceOf(NotFoundException.class);
        assertThatThrownBy(() -> service.move(stranger, story.id, scene.id, true))
                .isInstanceOf(NotFoundException.class);
        assertThatThrownBy(() -> service.anotherPicture(stranger, story.id, scene.id))
                .isInstanceOf(NotFoundException.class);
        assertThatThrownBy(() -> service.retell(stranger, story.id, scene.id, "a"))
                .isInstanceOf(NotFoundException.class);
    }

    @Test
    void aSceneOfAnotherStoryIsNotFound() {
        var one = service.write(owner, draft(TEXT, 4));
        var other = service.write(owner, draft(TEXT, 4));
        var scene = scenesOf(other.id).get(0);
        assertThatThrownBy(() -> service.edit(owner, one.id, scene.id, new SceneEdit("a", "b")))
                .isInstanceOf(NotFoundException.class);
    }

    private List<Scene> scenesOf(UUID storyId) {
        scenes.getEntityManager().clear();
        return scenes.of(storyId);
    }

    private static StoryDraft draft(String text, int pages) {
        return new StoryDraft("", text, pages, null, StoryStyle.PICTURE_BOOK);
    }
}
