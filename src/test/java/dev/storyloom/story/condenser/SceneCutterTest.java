package dev.storyloom.story.condenser;

import static dev.storyloom.story.condenser.Stories.MAI;
import static dev.storyloom.story.condenser.Stories.PIP;
import static dev.storyloom.story.condenser.Stories.plan;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class SceneCutterTest {

    @Test
    void aSceneEndsWhereThePlaceChanges() {
        List<Scene> scenes = plan("""
                Pip sat in the kitchen. He ate a cake. He drank milk. He sang. Then he went to the beach. \
                He flew a kite.""", 2, PIP).scenes();

        assertThat(scenes.get(1).narration()).startsWith("Then he went to the beach.");
    }

    @Test
    void aSceneEndsWhereTheTimeChanges() {
        List<Scene> scenes = plan("Mai chơi trong vườn. Em hái hoa. Em hát. Đêm xuống, em ngắm sao. Em cười.", 2, MAI)
                .scenes();

        assertThat(scenes.get(1).narration()).startsWith("Đêm xuống");
    }

    @Test
    void placeAndTimeHoldUntilTheTextChangesThem() {
        List<Scene> scenes = plan("At night Pip came to the castle. He sang. He danced. He slept.", 4, PIP).scenes();

        assertThat(scenes).extracting(Scene::place).containsOnly("castle");
        assertThat(scenes).extracting(Scene::time).containsOnly("night");
    }

    @Test
    void anotherDayEndsTheNight() {
        assertThat(plan("At night Pip slept in the forest. The next day he ran.", 2, PIP).scenes().get(1).time())
                .isEmpty();
    }

    @Test
    void pagesAreAboutEquallyLongWhereNothingChanges() {
        List<Scene> scenes = plan("Pip sang a song. ".repeat(40), 4, PIP).scenes();

        assertThat(scenes).allSatisfy(scene -> assertThat(scene.narration().length()).isBetween(150, 190));
    }

    @Test
    void withoutAWishThePagesSuitTheLength() {
        assertThat(plan("Pip sang a song. ".repeat(12), 0, PIP).scenes()).hasSize(4);
        assertThat(plan("Pip sang a song. ".repeat(1000), 0, PIP).scenes()).hasSize(12);
    }

    @Test
    void aStoryWithoutALineBreakHasAMadeTitle() {
        assertThat(plan("Pip met an owl in the forest.", 1, PIP).title()).isEqualTo("Pip and the Owl");
        assertThat(plan("Mai gặp chú thỏ trong rừng.", 1, MAI).title()).isEqualTo("Mai và chú thỏ");
    }

    @Test
    void aFirstLineThatIsASentenceIsNoTitle() {
        assertThat(plan("Pip ran home.\nHe slept.", 2, PIP).scenes().get(0).narration()).isEqualTo("Pip ran home.");
    }
}
