package dev.storyloom.character;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.storyloom.web.Equipped;
import dev.storyloom.web.Visitor;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import jakarta.inject.Inject;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.eclipse.microprofile.config.ConfigProvider;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
@TestProfile(Equipped.class)
class TrainingTest {

    @Inject
    QuickTeacher teacher;
    @Inject
    Characters characters;

    Visitor owner;
    String character;

    @BeforeEach
    void aCharacterWithThreePhotos() {
        owner = Visitor.registered();
        character = Studio.character(owner);
        Studio.photos(owner, character, 3);
        teacher.steps.drainPermits();
    }

    @AfterEach
    void letGo() {
        teacher.steps.release(1000);
        await().until(() -> !Files.exists(work()));
        teacher.steps.drainPermits();
    }

    @Test
    void aCharacterIsLearnedAndReadyForStories() {
        teacher.steps.release(QuickTeacher.STEPS);
        train();
        awaitText("has been learned");
        assertThat(teacher.photos).isEqualTo(3);
        String page = owner.get(character + "/training").body();
        assertThat(page).contains("/samples/10.jpg").contains("/samples/20.jpg").contains("/samples/30.jpg");
        assertThat(page).contains("10% nearer").contains("30% nearer");
        assertThat(page).contains("[[1,1.0],[2,0.5],").contains(",[30,0.0333]]");
        assertThat(owner.get(character + "/samples/10.jpg").statusCode()).isEqualTo(200);
        assertThat(Visitor.registered().get(character + "/samples/10.jpg").statusCode()).isEqualTo(404);
        assertThat(blob("lora.safetensors")).exists();
        assertThat(owner.get("/characters").body()).contains("ready for stories");
    }

    @Test
    void aReloadInTheMiddleShowsWhereItStands() {
        teacher.steps.release(12);
        train();
        await().until(() -> owner.get(character + "/training").body().contains("Step 12 of 30"));
        assertThat(owner.get(character).body()).contains("is being learned right now");
        assertThat(owner.get(character + "/training").body()).contains("/samples/10.jpg").contains("Stop the learning");
    }

    @Test
    void aSecondPressOfTheButtonStartsNoSecondTraining() {
        train();
        train();
        teacher.steps.release(QuickTeacher.STEPS);
        awaitText("has been learned");
    }

    @Test
    void aStoppedLearningLeavesTheCharacterAsItWas() {
        teacher.steps.release(15);
        train();
        await().until(() -> owner.get(character + "/training").body().contains("Step 15 of 30"));
        owner.post(character + "/training/cancel", Map.of());
        teacher.steps.release(1);
        awaitText("The learning was stopped");
        assertThat(blob("lora.safetensors")).doesNotExist();
        assertThat(owner.get("/characters").body()).contains("ready to be learned");
    }

    @Test
    void aCharacterDeletedWhileItIsLearnedLeavesNothing() {
        teacher.steps.release(15);
        train();
        await().until(() -> owner.get(character + "/training").body().contains("Step 15 of 30"));
        assertThat(owner.post(character + "/delete", Map.of()).body()).contains("has been deleted");
        teacher.steps.release(100);
        await().atMost(Duration.ofSeconds(5)).until(() -> !Files.exists(work()) && !Files.exists(blob("")));
        assertThat(owner.get(character + "/training").statusCode()).isEqualTo(404);
    }

    @Test
    void anotherStateOfTheLearningIsChosenByItsPicture() throws IOException {
        teacher.steps.release(QuickTeacher.STEPS);
        train();
        awaitText("Which picture looks most like Mít?");
        assertThat(chosen()).isEqualTo("After 20 steps");
        assertThat(blob("lora.safetensors")).hasSameBinaryContentAs(QuickTeacher.LORA);
        var states = states();
        assertThat(states).hasSize(3);
        assertThat(owner.get(states.get(2) + ".jpg").statusCode()).isEqualTo(200);
        assertThat(Studio.path(owner.post(states.get(2), Map.of()))).isEqualTo(character + "#states");
        assertThat(chosen()).isEqualTo("After 30 steps");
        assertThat(Files.readString(blob("lora.safetensors"))).isEqualTo("a LoRA of step 30");
        var stranger = Visitor.registered();
        assertThat(stranger.post(states.get(0), Map.of()).statusCode()).isEqualTo(404);
        assertThat(stranger.get(states.get(0) + ".jpg").statusCode()).isEqualTo(404);
    }

    @Test
    void aLearningAnewPutsItsStatesInThePlaceOfThoseBefore() throws IOException {
        teacher.steps.release(2 * QuickTeacher.STEPS);
        train();
        awaitText("Which picture looks most like Mít?");
        var before = states();
        owner.post(before.get(2), Map.of());
        train();
        await().atMost(Duration.ofSeconds(30)).until(() -> states().size() == 3 && !states().equals(before));
        assertThat(chosen()).isEqualTo("After 20 steps");
        await().until(() -> files("states") == 6);
        assertThat(owner.get(before.get(0) + ".jpg").statusCode()).isEqualTo(404);
    }

    private List<String> states() {
        return Pattern.compile("action=\"(/characters/[^\"]*/states/[^\"]*)\"").matcher(owner.get(character).body()).results()
                .map(found -> found.group(1)).toList();
    }

    /** What stands under the chosen picture. */
    private String chosen() {
        var found = Pattern.compile("class=\"state\" aria-current=\"true\">.*?<span>([^<]*)", Pattern.DOTALL)
                .matcher(owner.get(character).body());
        return found.find() ? found.group(1) : null;
    }

    private long files(String folder) throws IOException {
        try (var files = Files.list(blob(folder))) {
            return files.count();
        }
    }

    @Test
    void charactersThatShareAWordAreToldApartWhenOneIsLearnedAnewAndItsStoriesCallItByTheNewWord() {
        var other = Studio.character(owner);
        set(other, "sks");
        owner.get("/stories/new?character=" + Studio.id(character));
        var story = Studio.path(owner.post("/stories", Map.of("text", "Mít ran to the beach. Mít swam in the sea.",
                "pages", "4", "character", Studio.id(character).toString())));
        assertThat(owner.get(story).body()).contains("sks fox");
        teacher.steps.release(QuickTeacher.STEPS);
        train();
        awaitText("has been learned");
        assertThat(owner.get(story).body()).contains("tvc fox").doesNotContain("sks fox");
        assertThat(word(character)).isEqualTo("tvc");
        assertThat(word(other)).isEqualTo("sks");
    }

    @Test
    void charactersOfAnAccountGetWordsOfTheirOwn() {
        assertThat(word(character)).isEqualTo("sks");
        assertThat(word(Studio.character(owner))).isEqualTo("tvc");
        assertThat(word(Studio.character(Visitor.registered()))).isEqualTo("sks");
    }

    private void set(String one, String word) {
        QuarkusTransaction.requiringNew().run(() -> characters.update("token = ?1 where id = ?2", word, Studio.id(one)));
    }

    private String word(String one) {
        return QuarkusTransaction.requiringNew().call(() -> characters.findById(Studio.id(one)).token);
    }

    @Test
    void whatWasLearnedGoesWithTheCharacter() {
        teacher.steps.release(QuickTeacher.STEPS);
        train();
        awaitText("has been learned");
        assertThat(owner.post(character + "/delete", Map.of()).body()).contains("(the LoRA) removed")
                .contains("3 states of the learning");
        assertThat(List.of(blob("lora.safetensors"), blob("samples"), blob("states"), blob("photos"))).noneMatch(Files::exists);
    }

    private void train() {
        assertThat(Studio.path(owner.post(character + "/train", Map.of()))).isEqualTo(character + "/training");
    }

    private void awaitText(String text) {
        await().atMost(Duration.ofSeconds(30)).until(() -> owner.get(character + "/training").body().contains(text));
    }

    private Path data() {
        return Path.of(ConfigProvider.getConfig().getValue("storyloom.data-dir", String.class));
    }

    private Path blob(String name) {
        return data().resolve("blobs").resolve(character.substring(1)).resolve(name);
    }

    private Path work() {
        return data().resolve("work").resolve(Studio.id(character).toString());
    }
}
