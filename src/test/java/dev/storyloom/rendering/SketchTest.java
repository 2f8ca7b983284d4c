package dev.storyloom.rendering;

import static org.assertj.core.api.Assertions.assertThat;

import dev.storyloom.account.Guests;
import dev.storyloom.job.Jobs;
import dev.storyloom.storage.BlobStore;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.QuarkusTestProfile;
import io.quarkus.test.junit.TestProfile;
import jakarta.inject.Inject;
import java.nio.file.Files;
import java.util.Map;
import org.junit.jupiter.api.Test;

@QuarkusTest
@TestProfile(SketchTest.WithSketches.class)
class SketchTest {
    /** Three steps for a picture, one for its sketch. */
    public static class WithSketches implements QuarkusTestProfile {
        @Override
        public Map<String, String> getConfigOverrides() {
            return Map.of("storyloom.rendering.steps", "3", "storyloom.rendering.sketch-steps", "1");
        }
    }

    @Inject
    PictureRepository pictures;
    @Inject
    Jobs jobs;
    @Inject
    BlobStore blobs;
    @Inject
    Guests guests;
    @Inject
    Easel easel;

    @Test
    void allPagesAreSketchedBeforeTheFirstIsPaintedAndNoSketchIsLeftBehind() throws Exception {
        var story = easel.story(guests.create().id);
        var job = easel.painted(story);
        assertThat(jobs.eventsAfter(job.id, 0, 100)).extracting(event -> event.type)
                .containsSubsequence("sketch", "sketch", "sketch", "sketch", "page", "page", "page", "page", "book");
        assertThat(pictures.of(story.id)).hasSize(4).allMatch(picture -> picture.steps == 3);
        try (var files = Files.list(blobs.path(Sheet.folder(story.id)))) {
            assertThat(files).hasSize(4);
        }
        assertThat(easel.book(story)).hasSize(4);
    }
}
