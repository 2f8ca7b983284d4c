package dev.storyloom.character;

import static org.assertj.core.api.Assertions.assertThat;

import dev.storyloom.storage.Pictures;
import dev.storyloom.web.Visitor;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.nio.file.Files;
import java.util.Map;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
class CropTest {
    @Inject
    dev.storyloom.storage.BlobStore blobs;

    private Visitor owner;
    private String character;
    private String photo;

    @BeforeEach
    void anAlbumOfOnePhoto() {
        owner = Visitor.registered();
        character = Studio.character(owner);
        Studio.upload(owner, character, "photo.jpg", Pictures.jpeg(640, 480));
        photo = address();
    }

    @Test
    void theSquareTakesThePlaceOfThePhotoAndTheRestIsGone() {
        assertThat(owner.get(photo + "/crop").body()).contains("value=\"80\"").contains("value=\"480\"");
        var whole = blobs.path(photo.substring(1) + ".jpg");
        assertThat(whole).exists();
        var reply = owner.post(photo + "/crop", Map.of("left", "100", "top", "50", "side", "300"));
        assertThat(Studio.path(reply)).isEqualTo(character);
        assertThat(whole).doesNotExist();
        assertThat(address()).isNotEqualTo(photo);
        assertThat(Files.exists(blobs.path(address().substring(1) + ".jpg"))).isTrue();
        assertThat(owner.get(photo + ".jpg").statusCode()).isEqualTo(404);
        assertThat(owner.get(address() + "/crop").body()).contains("300 × 300");
        assertThat(owner.get(character).body()).contains("1 photo so far");
    }

    @Test
    void aBadSquareComesBackWithASentenceAndLeavesThePhotoAsItWas() {
        for (var side : new String[] {"100", "481", "x"}) {
            var reply = owner.post(photo + "/crop", Map.of("left", "100", "top", "50", "side", side));
            assertThat(reply.statusCode()).as(side).isBetween(400, 422);
        }
        assertThat(owner.post(photo + "/crop", Map.of("left", "1", "top", "1", "side", "100")).body())
                .contains("at least 256 pixels");
        assertThat(address()).isEqualTo(photo);
    }

    /** Of the one photo that is there. */
    private String address() {
        var found = Pattern.compile("href=\"(/characters/[^\"]*/photos/[^\"]*)/crop\"").matcher(owner.get(character).body());
        return found.results().map(match -> match.group(1)).reduce((one, other) -> one + " and " + other).orElse("none");
    }
}
