package dev.storyloom.web;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.storyloom.book.Bookbinding;
import dev.storyloom.storage.Pictures;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.io.ByteArrayOutputStream;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What programs can do under /api/v1. */
@QuarkusTest
class ApiTest {
    private static final String STORY = "{\"title\":\"The fox\",\"text\":\"The fox ran to the beach. It swam in the sea. "
            + "At night it looked at the moon. It slept in a tent.\",\"pages\":4}";

    @Inject
    Bookbinding bookbinding;
    @Inject
    ObjectMapper mapper;

    private Visitor owner;
    private Visitor program;

    @BeforeEach
    void aProgramWithAKey() {
        owner = Visitor.registered();
        program = new Visitor();
        program.headers.put("Accept", "application/json");
        program.headers.put("Authorization", "Bearer " + owner.key());
    }

    @Test
    void aProgramMakesACharacterFromPhotosAndDeletesItWithAReceipt() throws Exception {
        var made = send("POST", "/api/v1/characters", "{\"name\":\"Mít\",\"kind\":\"FOX\",\"attested\":true}");
        assertThat(made.statusCode()).isEqualTo(201);
        var id = json(made).path("id").asText();
        assertThat(photo(id).statusCode()).isEqualTo(201);
        assertThat(photo(id).statusCode()).as("the same again").isEqualTo(200);
        var read = json(program.get("/api/v1/characters/" + id));
        assertThat(read.path("photos").asInt()).isEqualTo(1);
        assertThat(read.path("state").asText()).isEqualTo("NEEDS_PHOTOS");
        assertThat(send("POST", "/api/v1/characters/" + id + "/training", "").statusCode()).isEqualTo(422);
        var gone = json(send("DELETE", "/api/v1/characters/" + id, ""));
        assertThat(gone.path("photos").asInt()).isEqualTo(1);
        assertThat(program.get("/api/v1/characters/" + id).statusCode()).isEqualTo(404);
    }

    @Test
    void nothingIsMadeWithoutTheOwnersWordOnThePhotos() throws Exception {
        var refused = send("POST", "/api/v1/characters", "{\"name\":\"Mít\",\"kind\":\"FOX\"}");
        assertThat(refused.statusCode()).isEqualTo(422);
        assertThat(json(refused).path("code").asText()).isEqualTo("bad_character");
    }

    @Test
    void aProgramWritesAStoryAndChangesAScene() throws Exception {
        var story = json(send("POST", "/api/v1/stories", STORY));
        var scene = story.path("scenes").path(0);
        var path = "/api/v1/stories/" + story.path("id").asText();
        assertThat(story.path("scenes")).hasSize(4);
        var edited = json(send("PATCH", path + "/scenes/" + scene.path("id").asText(), "{\"narration\":\"The fox flew.\"}"));
        assertThat(edited.path("narration").asText()).isEqualTo("The fox flew.");
        assertThat(edited.path("prompt").asText()).isEqualTo(scene.path("prompt").asText());
        assertThat(send("DELETE", path, "").statusCode()).isEqualTo(204);
        assertThat(program.get(path).statusCode()).isEqualTo(404);
    }

    @Test
    void aProgramSendsTwoCharactersIntoAStory() throws Exception {
        var ids = new ArrayList<String>();
        for (var kind : List.of("FOX", "OWL")) {
            ids.add(json(send("POST", "/api/v1/characters", "{\"name\":\"" + kind + "\",\"kind\":\"" + kind
                    + "\",\"attested\":true}")).path("id").asText());
        }
        var asked = STORY.replace("\"pages\"", "\"characters\":[\"" + String.join("\",\"", ids) + "\"],\"pages\"");
        var made = json(send("POST", "/api/v1/stories", asked));
        assertThat(made.path("characters")).extracting(JsonNode::asText).containsExactlyElementsOf(ids);
        assertThat(made.path("character").asText()).isEqualTo(ids.get(0));
        assertThat(json(program.get("/api/v1/stories")).path(0)).isEqualTo(json(program.get("/api/v1/stories/"
                + made.path("id").asText())));
    }

    @Test
    void underOneIdempotencyKeyWorkIsDoneOnce() throws Exception {
        program.headers.put("Idempotency-Key", "a-key-of-mine");
        var first = send("POST", "/api/v1/stories", STORY);
        var again = send("POST", "/api/v1/stories", STORY);
        assertThat(first.statusCode()).isEqualTo(201);
        assertThat(again.statusCode()).isEqualTo(201);
        assertThat(again.body()).isEqualTo(first.body());
        assertThat(json(program.get("/api/v1/stories"))).hasSize(1);
        var other = send("POST", "/api/v1/stories", STORY.replace("The fox\"", "The owl\""));
        assertThat(other.statusCode()).isEqualTo(422);
        assertThat(json(other).path("code").asText()).isEqualTo("idempotency_key_reused");
        var stranger = new Visitor();
        stranger.headers.putAll(program.headers);
        stranger.headers.put("Authorization", "Bearer " + Visitor.registered().key());
        assertThat(stranger.send("POST", "/api/v1/stories", "application/json", BodyPublishers.ofString(STORY)).body())
                .as("somebody else's key of the same name").isNotEqualTo(first.body());
    }

    @Test
    void whatWasRefusedMayBeTriedAgainUnderTheSameKey() {
        program.headers.put("Idempotency-Key", "k");
        assertThat(send("POST", "/api/v1/stories", "{\"text\":\"\"}").statusCode()).isEqualTo(422);
        assertThat(send("POST", "/api/v1/stories", STORY).statusCode()).isEqualTo(201);
    }

    @Test
    void aPaintingStartedTwiceUnderOneKeyIsOneJob() throws Exception {
        var story = json(send("POST", "/api/v1/stories", STORY)).path("id").asText();
        program.headers.put("Idempotency-Key", "paint it");
        var first = send("POST", "/api/v1/stories/" + story + "/painting", "");
        assertThat(first.statusCode()).isEqualTo(202);
        var job = json(first).path("job").asText();
        assertThat(json(send("POST", "/api/v1/stories/" + story + "/painting", "")).path("job").asText()).isEqualTo(job);
        var cancelled = json(send("POST", "/api/v1/jobs/" + job + "/cancel", ""));
        assertThat(cancelled.path("kind").asText()).isEqualTo("RENDER");
        assertThat(json(send("POST", "/api/v1/stories/" + story + "/painting", "")).path("job").asText())
                .as("answered from memory").isEqualTo(job);
    }

    @Test
    void aProgramReadsABookSharesItAndTakesTheLinkBack() throws Exception {
        var book = bookbinding.forNewest("Shared by a program");
        var path = "/api/v1/books/" + book.id;
        assertThat(json(program.get(path)).path("pages")).hasSize(4);
        assertThat(program.get(path + "/book.epub").headers().firstValue("Content-Type")).hasValue("application/epub+zip");
        assertThat(program.get(path + "/pages/1.png").headers().firstValue("Content-Type")).hasValue("image/png");
        var link = json(send("POST", path + "/links", "{\"days\":7,\"pin\":\"2468\"}"));
        assertThat(link.path("url").asText()).startsWith(Visitor.url() + "/s/");
        assertThat(link.path("locked").asBoolean()).isTrue();
        assertThat(json(program.get(path + "/links")).path(0).path("url").isNull()).isTrue();
        assertThat(send("POST", path + "/links", "{\"days\":8}").statusCode()).isEqualTo(422);
        assertThat(send("DELETE", path + "/links/" + link.path("id").asText(), "").statusCode()).isEqualTo(204);
        assertThat(new Visitor().get(link.path("url").asText().substring(Visitor.url().length())).statusCode()).isEqualTo(404);
    }

    @Test
    void aKeyThatWasTakenBackAndACookieOpenNothing() {
        assertThat(program.get("/api/v1/books").statusCode()).isEqualTo(200);
        assertThat(owner.get("/api/v1/books").statusCode()).as("a session's cookie").isEqualTo(401);
        var onPages = new Visitor();
        onPages.headers.put("Authorization", program.headers.get("Authorization"));
        assertThat(onPages.get("/books").headers().firstValue("Location").orElse("")).as("a key on a page").contains("/signin");
        var key = owner.get("/account").body().replaceFirst("(?s).*/account/keys/([-0-9a-f]{36})/revoke.*", "$1");
        owner.post("/account/keys/" + key + "/revoke", Map.of());
        assertThat(program.get("/api/v1/books").statusCode()).isEqualTo(401);
    }

    @Test
    void theDescriptionNamesEveryRouteForProgramsAndNoOther() throws Exception {
        var described = new TreeSet<String>();
        json(program.get("/api/v1/openapi?format=json")).path("paths").fields().forEachRemaining(path ->
                path.getValue().fieldNames().forEachRemaining(method ->
                        described.add(method.toUpperCase(java.util.Locale.ROOT) + " " + path.getKey())));
        assertThat(described).containsExactlyElementsOf(new TreeSet<>(Routes.found().all().stream()
                .filter(Routes.Route::api).map(Routes.Route::key).toList()));
        assertThat(json(program.get("/api/v1/openapi?format=json")).at("/components/schemas/SceneJson/properties/narration/type")
                .asText()).isEqualTo("string");
    }

    private HttpResponse<String> photo(String character) {
        var body = new ByteArrayOutputStream();
        body.writeBytes("--x\r\nContent-Disposition: form-data; name=\"photo\"; filename=\"a.jpg\"\r\n\r\n"
                .getBytes(StandardCharsets.UTF_8));
        body.writeBytes(Pictures.jpeg(300, 300));
        body.writeBytes("\r\n--x--\r\n".getBytes(StandardCharsets.UTF_8));
        return program.send("POST", "/api/v1/characters/" + character + "/photos", "multipart/form-data; boundary=x",
                BodyPublishers.ofByteArray(body.toByteArray()));
    }

    private HttpResponse<String> send(String method, String path, String json) {
        return program.send(method, path, "application/json", BodyPublishers.ofString(json));
    }

    private JsonNode json(HttpResponse<String> reply) throws Exception {
        return mapper.readTree(reply.body());
    }
}
