package dev.storyloom.rendering;

import static org.assertj.core.api.Assertions.assertThat;

import dev.storyloom.account.Guests;
import dev.storyloom.job.Jobs;
import dev.storyloom.storage.BlobStore;
import dev.storyloom.web.Equipped;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import jakarta.inject.Inject;
import java.nio.file.Files;
import org.junit.jupiter.api.Test;

@QuarkusTest
@TestProfile(Equipped.class)
class SketchTest {
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
