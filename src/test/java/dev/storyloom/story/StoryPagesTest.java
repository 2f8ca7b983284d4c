package dev.storyloom.story;

import static org.assertj.core.api.Assertions.assertThat;

import dev.storyloom.character.Characters;
import dev.storyloom.character.Studio;
import dev.storyloom.web.Visitor;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
class StoryPagesTest {
    static final String TEXT = "The fox woke up in the forest. The fox ran to the beach. "
            + "It swam in the sea. At night the fox looked at the moon. It slept in a tent.";
    private static final String ATTACK = "\"><img src=x onerror=alert(1)>{{7*7}}{inject:viewer}&amp;</textarea>";

    @Inject
    SceneRepository scenes;
    @Inject
    StoryRepository stories;
    @Inject
    Characters characters;

    private Visitor writer;

    @BeforeEach
    void aWriter() {
        writer = Visitor.registered();
    }

    @Test
    void aNewWriterIsInvitedToWrite() {
        assertThat(writer.get("/stories").body()).contains("No story yet").contains("/stories/new");
    }

    @Test
    void aStoryBecomesScenesThatStandInTheEditor() {
        var path = written("", TEXT);
        var editor = writer.get(path);
        assertThat(editor.statusCode()).isEqualTo(200);
        assertThat(editor.body()).contains("Page 4").contains("forest").contains("Paint the book");
        assertThat(writer.get("/stories").body()).contains(path);
    }

    @Test
    void theListenersAgeIsKeptAndSuggestsTheNumberOfPages() {
        writer.get("/stories/new");
        var reply = writer.post("/stories", Map.of("title", "", "text", TEXT.repeat(8), "age", "2-4"));
        var id = UUID.fromString(reply.headers().firstValue("Location").orElseThrow().replaceFirst(".*/", ""));
        var story = QuarkusTransaction.requiringNew().call(() -> stories.findById(id));
        assertThat(story.ageBand).isEqualTo(AgeBand.TWO_TO_FOUR);
        assertThat(story.pages).isEqualTo(AgeBand.pagesFor(AgeBand.TWO_TO_FOUR, TEXT.repeat(8)));
        assertThat(AgeBand.pagesFor(AgeBand.TWO_TO_FOUR, TEXT.repeat(8)))
                .isGreaterThan(AgeBand.pagesFor(AgeBand.EIGHT_TO_TEN, TEXT.repeat(8)));
    }

    @Test
    void theChosenAgeAndNumberOfPagesComeBackWithAFault() {
        writer.get("/stories/new");
        var reply = writer.post("/stories", Map.of("title", "", "text", "", "age", "5-7", "pages", "9"));
        assertThat(reply.body()).containsPattern("value=\"5-7\"[^>]* checked").contains("value=\"9\"");
    }

    @Test
    void upToThreeCharactersPlayInAStory() {
        var ids = List.of(character("Mai", "GIRL"), character("Tom", "BOY"), character("Pip", "FOX"), character("Olly", "OWL"));
        assertThat(writer.get("/stories/new?character=" + ids.get(0) + "&character=" + ids.get(2)).body())
                .containsPattern(ids.get(0) + "\" checked").containsPattern(ids.get(2) + "\" checked")
                .doesNotContainPattern(ids.get(1) + "\" checked");
        var story = written(ids.subList(0, 3));
        assertThat(story.statusCode()).isEqualTo(303);
        var editor = writer.get(Studio.path(story)).body();
        assertThat(editor).contains("a sks girl and a tvc boy").contains("Mai has not been learned");
        assertThat(writer.get("/stories").body()).contains("with Mai, Tom, Pip");
        var tooMany = written(ids);
        assertThat(tooMany.statusCode()).isEqualTo(422);
        assertThat(tooMany.body()).contains("At most 3 of your characters");
        assertThat(written(List.of(UUID.randomUUID())).statusCode()).isEqualTo(404);
    }

    @Test
    void twoCharactersThatShareAWordAreRefusedInOneSentence() {
        var ids = List.of(character("Mai", "GIRL"), character("Tom", "BOY"));
        QuarkusTransaction.requiringNew().run(() -> characters.update("token = 'sks' where id in ?1", ids));
        var refused = written(ids);
        assertThat(refused.statusCode()).isEqualTo(422);
        assertThat(refused.body()).contains("Let Mai be learned again; then both can play together.");
        assertThat(written(ids.subList(0, 1)).statusCode()).isEqualTo(303);
    }

    private UUID character(String name, String kind) {
        return Studio.id(Studio.character(writer, name, kind));
    }

    private HttpResponse<String> written(List<UUID> cast) {
        writer.get("/stories/new");
        var form = "csrf-token=" + writer.token + "&pages=4&text=Mai+and+Tom+ran+to+the+beach.+Pip+swam.+They+slept."
                + cast.stream().map(id -> "&character=" + id).collect(Collectors.joining());
        return writer.send("POST", "/stories", "application/x-www-form-urlencoded", BodyPublishers.ofString(form));
    }

    @Test
    void theEditorSpeaksVietnamese() {
        writer.headers.put("Accept-Language", "vi");
        assertThat(writer.get(written("", TEXT)).body()).contains("Vẽ cuốn sách").doesNotContain("Paint the book");
    }

    @Test
    void aStoryThatIsTooLongComesBackWithAClearSentence() {
        var reply = write("", "x".repeat(20_001));
        assertThat(reply.statusCode()).isEqualTo(422);
        assertThat(reply.body()).contains("role=\"alert\"").contains("20,000").contains("xxxxxxxxxx");
    }

    @Test
    void twentyThousandVietnameseLettersFitThroughTheForm() {
        assertThat(write("", "ướ ".repeat(6_666) + "ễ.").statusCode()).isEqualTo(303);
    }

    @Test
    void anEmptyStoryAndOneOfZeroWidthSignsComeBackWithAClearSentence() {
        for (var nothing : List.of("", "  \n ", "\u200B\u200C\uFEFF")) {
            var reply = write("A title", nothing);
            assertThat(reply.statusCode()).isEqualTo(422);
            assertThat(reply.body()).contains("role=\"alert\"").contains("A title");
        }
    }

    @Test
    void whatPeopleTypeIsShownAndNeverRun() {
        var path = written(ATTACK, "The fox ran. " + ATTACK + " The fox swam.");
        var id = sceneIds(path).get(0);
        writer.post(path + "/scenes/" + id, Map.of("narration", ATTACK, "prompt", ATTACK));
        for (var page : List.of(path, "/stories", path + "/painting")) {
            assertThat(writer.get(page).body()).doesNotContain("<img src=x").doesNotContain("</textarea>{{")
                    .doesNotContain(">49<").contains("&lt;img src=x onerror=alert(1)&gt;");
        }
    }

    @Test
    void aSceneIsSavedByTheFormAndQuietlyByThePage() {
        var path = written("", TEXT);
        var id = sceneIds(path).get(0);
        var byForm = writer.post(path + "/scenes/" + id, Map.of("narration", "One.", "prompt", "a fox, beach"));
        assertThat(byForm.statusCode()).isEqualTo(303);
        assertThat(byForm.headers().firstValue("Location").orElse("")).endsWith(path + "#scene-" + id);
        writer.headers.put("Accept", "application/json");
        var quiet = writer.post(path + "/scenes/" + id, Map.of("narration", "Two.", "prompt", "a fox, moon"));
        assertThat(quiet.statusCode()).isEqualTo(200);
        assertThat(quiet.body()).contains("\"prompt\":\"a fox, moon\"").contains("\"tokens\":");
        var refused = writer.post(path + "/scenes/" + id, Map.of("narration", " \u200B", "prompt", "a fox"));
        assertThat(refused.statusCode()).isEqualTo(422);
        assertThat(refused.body()).contains("narration_empty").contains("message");
        writer.headers.put("Accept", "text/html");
        assertThat(writer.get(path).body()).contains("Two.").contains("a fox, moon").doesNotContain("One.");
    }

    @Test
    void scenesAreAddedMovedRetoldAndDeletedByForms() {
        var path = written("", TEXT);
        var before = sceneIds(path);
        writer.post(path + "/scenes", Map.of("after", "0", "narration", "A bear waved at the fox."));
        var after = sceneIds(path);
        assertThat(after).hasSize(before.size() + 1).endsWith(before.toArray(String[]::new));
        writer.post(path + "/scenes/" + after.get(0) + "/move", Map.of("to", "down"));
        assertThat(sceneIds(path).get(1)).isEqualTo(after.get(0));
        writer.post(path + "/scenes/" + after.get(0) + "/retell", Map.of("narration", "The fox sat in the castle."));
        assertThat(writer.get(path).body()).contains("castle");
        writer.post(path + "/scenes/" + after.get(0) + "/delete", Map.of());
        assertThat(sceneIds(path)).isEqualTo(before);
    }

    @Test
    void titlesAreCheckedAndSaved() {
        var path = written("First", TEXT);
        assertThat(writer.post(path, Map.of("title", "Second")).statusCode()).isEqualTo(303);
        assertThat(writer.get(path).body()).contains(">Second</textarea>");
        assertThat(writer.post(path, Map.of("title", "\u200B ")).statusCode()).isEqualTo(422);
        assertThat(writer.post(path, Map.of("title", "x".repeat(121))).statusCode()).isEqualTo(422);
    }

    @Test
    void someoneElsesStoryAndAnUnknownOneAreTheSame404() {
        var path = written("", TEXT);
        var scene = sceneIds(path).get(0);
        var stranger = Visitor.registered();
        stranger.headers.put("Accept", "*/*");
        var unknown = "/stories/" + UUID.randomUUID();
        for (var below : List.of("", "/painting", "/painting/stages", "/book", "/book/share",
                "/pictures/" + UUID.randomUUID() + ".png")) {
            var foreign = stranger.get(path + below);
            var nowhere = stranger.get(unknown + below);
            assertThat(foreign.statusCode()).as(below).isEqualTo(404);
            assertThat(foreign.body()).as(below).isEqualTo(nowhere.body());
        }
        var words = Map.of("narration", "Mine.", "prompt", "mine", "title", "Mine", "to", "up");
        for (var below : List.of("", "/painting", "/painting/cancel", "/delete", "/scenes", "/scenes/" + scene,
                "/scenes/" + scene + "/retell", "/scenes/" + scene + "/english",
                "/scenes/" + scene + "/move", "/scenes/" + scene + "/delete")) {
            var foreign = stranger.post(path + below, words);
            assertThat(foreign.statusCode()).as(below).isEqualTo(404);
            assertThat(foreign.body()).as(below).isEqualTo(stranger.post(unknown + below, words).body());
        }
        assertThat(writer.get(path).body()).doesNotContain("Mine.");
    }

    @Test
    void whoIsNotSignedInIsSentToTheDoor() {
        var path = written("", TEXT);
        var nobody = new Visitor();
        for (var page : List.of("/stories", "/stories/new", path, path + "/painting")) {
            var reply = nobody.get(page);
            assertThat(reply.statusCode()).as(page).isEqualTo(303);
            assertThat(reply.headers().firstValue("Location").orElse("")).contains("/signin");
        }
    }

    private String written(String title, String text) {
        var reply = write(title, text);
        assertThat(reply.statusCode()).as(reply.body()).isEqualTo(303);
        var location = reply.headers().firstValue("Location").orElseThrow();
        return location.substring(location.indexOf("/stories/"));
    }

    private HttpResponse<String> write(String title, String text) {
        writer.get("/stories/new");
        return writer.post("/stories", Map.of("title", title, "text", text, "pages", "4"));
    }

    private List<String> sceneIds(String path) {
        return Pattern.compile("<li class=\"scene\" id=\"scene-([^\"]+)\"").matcher(writer.get(path).body()).results()
                .map(found -> found.group(1)).toList();
    }
}
