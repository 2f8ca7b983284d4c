package dev.storyloom.character;

import static org.assertj.core.api.Assertions.assertThat;

import dev.storyloom.storage.Pictures;
import dev.storyloom.web.Visitor;
import io.quarkus.test.junit.QuarkusTest;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.eclipse.microprofile.config.ConfigProvider;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
class CharacterPagesTest {

    Visitor owner;

    @BeforeEach
    void register() {
        owner = Visitor.registered();
    }

    @Test
    void theShelfIsEmptyAtFirstAndShowsWhatWasMade() {
        assertThat(owner.get("/characters").body()).contains("Nobody here yet");
        Studio.character(owner);
        assertThat(owner.get("/characters").body()).contains("Mít").contains("needs photos");
    }

    @Test
    void withoutTheOwnersWordNoCharacterIsMade() {
        owner.get("/characters/new");
        var reply = owner.post("/characters", Map.of("name", "Mít", "kind", "FOX"));
        assertThat(reply.statusCode()).isEqualTo(422);
        assertThat(reply.body()).contains("tick the box").contains("value=\"Mít\"");
        assertThat(owner.get("/characters").body()).contains("Nobody here yet");
    }

    @Test
    void aCharacterNeedsANameAndAKind() {
        owner.get("/characters/new");
        var reply = owner.post("/characters", Map.of("name", "   ", "attested", "yes"));
        assertThat(reply.statusCode()).isEqualTo(422);
        assertThat(reply.body()).contains("tell us the name").contains("choose what it is");
        assertThat(owner.post("/characters", Map.of("name", "x".repeat(41), "kind", "FOX", "attested", "yes")).statusCode())
                .isEqualTo(422);
        assertThat(owner.post("/characters", Map.of("name", "M", "kind", "OTHER", "other", "<b>", "attested", "yes"))
                .statusCode()).isEqualTo(422);
    }

    @Test
    void aNameIsShownAsItWasTyped() {
        owner.get("/characters/new");
        String name = "<img src=x> {7*7}";
        String address = Studio.path(owner.post("/characters", Map.of("name", name, "kind", "CAT", "attested", "yes")));
        assertThat(owner.get(address).body()).contains("&lt;img src=x&gt; {7*7}").doesNotContain("<img src=x>");
    }

    @Test
    void aPhotoIsTakenByItsContentWhateverItIsCalled() {
        String character = Studio.character(owner);
        int width = 300;
        for (String name : List.of("a.jpg", "../../etc/passwd", "x".repeat(200), "CON", "🦊.png", "a.html")) {
            width += 4;
            var reply = Studio.upload(owner, character, name, Pictures.jpeg(width, 300));
            assertThat(reply.statusCode()).as(name + reply.body()).isEqualTo(201);
        }
        assertThat(owner.get(character).body()).contains("6 photos so far");
    }

    @Test
    void aPhotoIsServedToItsOwnerOnly() {
        String character = Studio.character(owner);
        String url = field(Studio.upload(owner, character, "a.jpg", Pictures.jpeg(300, 300)).body(), "url");
        var own = owner.get(url);
        assertThat(own.statusCode()).isEqualTo(200);
        assertThat(own.headers().firstValue("Content-Type")).hasValue("image/jpeg");
        assertThat(own.headers().allValues("Content-Security-Policy")).anySatisfy(
                policy -> assertThat(policy).contains("sandbox"));
        var stranger = Visitor.registered();
        assertThat(stranger.get(url).statusCode()).isEqualTo(404);
    }

    @Test
    void theSamePhotoIsKeptOnce() {
        String character = Studio.character(owner);
        String first = Studio.upload(owner, character, "a.jpg", Pictures.jpeg(300, 300)).body();
        var second = Studio.upload(owner, character, "b.jpg", Pictures.jpeg(300, 300));
        assertThat(second.statusCode()).isEqualTo(200);
        assertThat(field(second.body(), "code")).isEqualTo("duplicate");
        assertThat(field(second.body(), "id")).isEqualTo(field(first, "id"));
        assertThat(owner.get(character).body()).contains("1 photo so far");
    }

    @Test
    void aRefusedFileIsToldWithItsCodeAndReason() {
        String character = Studio.character(owner);
        assertRefused(character, new byte[0], 422, "empty_file");
        assertRefused(character, "no picture".getBytes(StandardCharsets.UTF_8), 415, "not_an_image");
        assertRefused(character, Pictures.jpeg(200, 200), 422, "too_small");
        assertRefused(character, java.util.Arrays.copyOf(Pictures.jpeg(400, 400), 1500), 422, "corrupt_image");
        assertRefused(character, Pictures.pngBomb(50_000, 50_000), 422, "too_many_pixels");
        assertThat(owner.get(character).body()).contains("No photo yet");
    }

    @Test
    void theReasonIsToldInTheViewersLanguage() {
        String character = Studio.character(owner);
        owner.post("/language", Map.of("language", "vi", "next", "/"));
        assertThat(Studio.upload(owner, character, "a.jpg", new byte[0]).body()).contains("Tệp này trống");
        assertThat(owner.get(character).body()).contains("Chưa có ảnh nào");
    }

    @Test
    void aPlainFormTakesSeveralPhotosAndTellsWhichItDidNot() {
        String character = Studio.character(owner);
        var reply = Studio.submit(owner, character, List.of(Map.entry("good.jpg", Pictures.jpeg(300, 300)),
                Map.entry("bad.jpg", new byte[] {1, 2, 3}), Map.entry("fine.png", Pictures.png(310, 300))));
        assertThat(reply.statusCode()).isEqualTo(422);
        assertThat(reply.body()).contains("bad.jpg").contains("2 photos so far").doesNotContain("<strong>good.jpg");
        assertThat(Studio.submit(owner, character, List.of(Map.entry("x.jpg", Pictures.jpeg(320, 300)))).statusCode())
                .isEqualTo(303);
    }

    @Test
    void aRemovedPhotoIsGoneFromThePageAndTheDisk() {
        String character = Studio.character(owner);
        String url = field(Studio.upload(owner, character, "a.jpg", Pictures.jpeg(300, 300)).body(), "url");
        owner.get(character);
        assertThat(owner.post(url.replace(".jpg", "/delete"), Map.of()).statusCode()).isEqualTo(303);
        assertThat(owner.get(url).statusCode()).isEqualTo(404);
        assertThat(blobs().resolve(character.substring(1) + "/photos").toFile().list()).isNullOrEmpty();
    }

    @Test
    void aScriptRemovesAPhotoWithoutGettingAPage() {
        String character = Studio.character(owner);
        String url = field(Studio.upload(owner, character, "a.jpg", Pictures.jpeg(300, 300)).body(), "url");
        owner.headers.put("Accept", "application/json");
        assertThat(owner.send("POST", url.replace(".jpg", "/delete"), "text/plain", BodyPublishers.noBody()).statusCode())
                .isEqualTo(204);
        assertThat(owner.get(url).statusCode()).isEqualTo(404);
    }

    @Test
    void onePhotoAloneIsNotLearnedAndThePageSaysWhy() {
        String character = Studio.character(owner);
        Studio.photos(owner, character, 1);
        var reply = owner.post(character + "/train", Map.of());
        assertThat(reply.statusCode()).isEqualTo(422);
        assertThat(reply.body()).contains("Only one photo of Mít");
        assertThat(owner.get(character + "/training").statusCode()).isEqualTo(303);
    }

    @Test
    void aStrangerGetsTheSameAnswerAsForNothingAtAll() {
        String character = Studio.character(owner);
        Studio.photos(owner, character, 3);
        Visitor stranger = Visitor.registered();
        stranger.get("/characters");
        String nothing = "/characters/" + UUID.randomUUID();
        for (String page : List.of("", "/training", "/count", "/samples/1.jpg")) {
            var foreign = stranger.get(character + page);
            var unknown = stranger.get(nothing + page);
            assertThat(foreign.statusCode()).as(page).isEqualTo(404);
            assertThat(foreign.body().replace(Studio.id(character).toString(), "X"))
                    .isEqualTo(unknown.body().replace(Studio.id(nothing).toString(), "X"));
        }
        for (String action : List.of("/train", "/training/cancel", "/delete")) {
            assertThat(stranger.post(character + action, Map.of()).statusCode()).as(action).isEqualTo(404);
        }
        assertThat(Studio.upload(stranger, character, "a.jpg", Pictures.jpeg(400, 300)).statusCode()).isEqualTo(404);
        assertThat(owner.get(character).body()).contains("3 photos so far");
    }

    @Test
    void aVisitorWithoutAnAccountIsSentToTheDoor() {
        assertThat(new Visitor().get("/characters").statusCode()).isEqualTo(303);
    }

    @Test
    void aDeletionTakesThePhotosFromTheDisk() {
        String character = Studio.character(owner);
        Studio.photos(owner, character, 2);
        var receipt = owner.post(character + "/delete", Map.of());
        assertThat(receipt.body()).contains("Mít has been deleted").contains("2 photos");
        assertThat(owner.get(character).statusCode()).isEqualTo(404);
        assertThat(Files.exists(blobs().resolve(character.substring(1)))
                && Files.isDirectory(blobs().resolve(character.substring(1)).resolve("photos"))).isFalse();
    }

    private void assertRefused(String character, byte[] bytes, int status, String code) {
        var reply = Studio.upload(owner, character, "a.jpg", bytes);
        assertThat(reply.statusCode()).as(code + reply.body()).isEqualTo(status);
        assertThat(field(reply.body(), "code")).isEqualTo(code);
        assertThat(field(reply.body(), "message")).isNotBlank();
    }

    private static Path blobs() {
        return Path.of(ConfigProvider.getConfig().getValue("storyloom.data-dir", String.class)).resolve("blobs");
    }

    private static String field(String json, String name) {
        return io.restassured.path.json.JsonPath.from(json).getString(name);
    }
}
