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
    ScenePictures pictures;
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
    void aSceneIsCutWhereTheCursorStoodOrNearItsMiddleAndEachHalfIsPaintable() {
        var story = service.write(owner, draft(TEXT, 4));
        var scene = scenesOf(story.id).get(1);
        service.edit(owner, story.id, scene.id, new SceneEdit("The fox ran. It swam in the cold sea. It slept.", scene.prompt));
        service.split(owner, story.id, scene.id, 0);
        assertThat(scenesOf(story.id)).hasSize(5).extracting(one -> one.narration)
                .contains("The fox ran.", "It swam in the cold sea. It slept.");
        service.split(owner, story.id, scenesOf(story.id).get(2).id, "It swam".length());
        assertThat(scenesOf(story.id)).extracting(one -> one.narration).contains("It swam", "in the cold sea. It slept.");
        assertThat(scenesOf(story.id)).extracting(one -> one.position).containsExactly(1, 2, 3, 4, 5, 6);
        assertThat(scenesOf(story.id)).allSatisfy(one -> assertThat(one.prompt).isNotBlank());
        assertThat(scenesOf(story.id).get(1).prompt).isEqualTo(scene.prompt);
    }

    @Test
    void oneWordCannotBeCut() {
        var story = service.write(owner, draft(TEXT, 4));
        var scene = scenesOf(story.id).get(0);
        service.edit(owner, story.id, scene.id, new SceneEdit("Hush", scene.prompt));
        assertThatThrownBy(() -> service.split(owner, story.id, scene.id, 0)).isInstanceOf(StoryRefused.class);
        assertThat(scenesOf(story.id)).hasSize(4);
    }

    @Test
    void twoScenesBecomeOneWithTheWordsOfBothAndThePictureOfTheFirst() {
        var story = service.write(owner, draft(TEXT, 4));
        var before = scenesOf(story.id);
        service.merge(owner, story.id, before.get(1).id);
        var now = scenesOf(story.id);
        assertThat(now).hasSize(3);
        assertThat(now.get(1).narration).isEqualTo(before.get(1).narration + "\n" + before.get(2).narration);
        assertThat(now.get(1).prompt).isEqualTo(before.get(1).prompt);
        service.merge(owner, story.id, now.get(2).id);
        assertThat(scenesOf(story.id)).as("the last one has no next one").hasSize(3);
    }

    @Test
    void everyChangeOfTheScenesIsTakenBackStepByStepDownToTheFirstState() {
        var story = service.write(owner, draft(TEXT, 4));
        var states = new java.util.ArrayList<List<String>>();
        var ids = scenesOf(story.id).stream().map(scene -> scene.id).toList();
        for (Runnable change : List.<Runnable>of(
                () -> service.edit(owner, story.id, ids.get(0), new SceneEdit("Other words.", "a fox")),
                () -> service.move(owner, story.id, ids.get(1), true),
                () -> service.merge(owner, story.id, ids.get(0)),
                () -> service.split(owner, story.id, ids.get(0), 5),
                () -> service.delete(owner, story.id, ids.get(3)),
                () -> service.add(owner, story.id, 1, "The owl came."),
                () -> service.retell(owner, story.id, ids.get(0), "The owl flew."))) {
            states.add(told(story.id));
            change.run();
        }
        for (var i = states.size() - 1; i >= 0; i--) {
            service.undo(owner, story.id);
            assertThat(told(story.id)).as("change %d", i).isEqualTo(states.get(i));
        }
        service.undo(owner, story.id);
        assertThat(told(story.id)).isEqualTo(states.get(0));
    }

    @Test
    void whatIsTypedInOneGoIsTakenBackInOneGo() {
        var story = service.write(owner, draft(TEXT, 4));
        var before = told(story.id);
        var scene = scenesOf(story.id).get(0);
        for (var words : List.of("T", "The", "The owl", "The owl sang.")) {
            service.edit(owner, story.id, scene.id, new SceneEdit(words, scene.prompt));
        }
        service.undo(owner, story.id);
        assertThat(told(story.id)).isEqualTo(before);
    }

    @Test
    void aStrangerTakesNothingBack() {
        var story = service.write(owner, draft(TEXT, 4));
        var stranger = guests.create().id;
        assertThatThrownBy(() -> service.undo(stranger, story.id)).isInstanceOf(NotFoundException.class);
        assertThatThrownBy(() -> service.split(stranger, story.id, scenesOf(story.id).get(0).id, 0))
                .isInstanceOf(NotFoundException.class);
        assertThatThrownBy(() -> service.merge(stranger, story.id, scenesOf(story.id).get(0).id))
                .isInstanceOf(NotFoundException.class);
    }

    private List<String> told(UUID story) {
        return scenesOf(story).stream().map(one -> one.id + " " + one.position + " " + one.narration + " " + one.prompt
                + " " + one.version).toList();
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
    void vietnameseForThePainterIsPutIntoEnglishAndTheWritersOwnWordsComeBack() {
        var story = service.write(owner, draft(TEXT, 4));
        var scene = scenesOf(story.id).get(0);
        var own = "con cáo cưỡi ngựa trong rừng vào ban đêm";
        var english = service.putIntoEnglish(owner, story.id, scene.id, new SceneEdit(scene.narration, own));
        assertThat(english.prompt).contains("fox").contains("rid").contains("horse").contains("forest").contains("night");
        assertThat(english.foreign()).isFalse();
        assertThat(english.narration).isEqualTo(scene.narration);
        service.undo(owner, story.id);
        assertThat(scenesOf(story.id).get(0)).matches(Scene::foreign).extracting(back -> back.prompt).isEqualTo(own);
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
        assertThatThrownBy(() -> pictures.another(stranger, story.id, scene.id))
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
        return new StoryDraft("", text, pages, null, StoryStyle.PICTURE_BOOK, null);
    }
}
