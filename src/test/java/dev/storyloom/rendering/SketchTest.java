package dev.storyloom.rendering;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.storyloom.account.Guests;
import dev.storyloom.book.BookPageRepository;
import dev.storyloom.book.BookRepository;
import dev.storyloom.job.JobKind;
import dev.storyloom.job.JobQueue;
import dev.storyloom.job.JobState;
import dev.storyloom.job.Jobs;
import dev.storyloom.storage.BlobStore;
import dev.storyloom.story.StoryDraft;
import dev.storyloom.story.StoryService;
import dev.storyloom.story.StoryStyle;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.QuarkusTestProfile;
import io.quarkus.test.junit.TestProfile;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import java.nio.file.Files;
import java.time.Duration;
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
    StoryService stories;
    @Inject
    PaintingService painting;
    @Inject
    PictureRepository pictures;
    @Inject
    BookRepository books;
    @Inject
    BookPageRepository pages;
    @Inject
    JobQueue queue;
    @Inject
    Jobs jobs;
    @Inject
    BlobStore blobs;
    @Inject
    EntityManager database;
    @Inject
    Guests guests;

    @Test
    void allPagesAreSketchedBeforeTheFirstIsPaintedAndNoSketchIsLeftBehind() throws Exception {
        var owner = guests.create().id;
        var story = stories.write(owner, new StoryDraft("", "The fox woke up in the forest. The fox ran to the beach. "
                + "It swam in the sea. At night the fox looked at the moon.", 4, null, StoryStyle.PICTURE_BOOK, null));
        assertThat(painting.start(owner, story.id)).isTrue();
        await().pollInSameThread().atMost(Duration.ofSeconds(180)).until(() -> {
            database.clear();
            return queue.newest(story.id, owner, JobKind.RENDER).orElseThrow().state.isOver();
        });
        var job = queue.newest(story.id, owner, JobKind.RENDER).orElseThrow();
        assertThat(job.state).as(job.error).isEqualTo(JobState.DONE);
        assertThat(jobs.eventsAfter(job.id, 0, 100)).extracting(event -> event.type)
                .containsSubsequence("sketch", "sketch", "sketch", "sketch", "page", "page", "page", "page", "book");
        assertThat(pictures.of(story.id)).hasSize(4).allMatch(picture -> picture.steps == 3);
        try (var files = Files.list(blobs.path(Sheet.folder(story.id)))) {
            assertThat(files).hasSize(4);
        }
        assertThat(pages.of(books.ofStory(story.id, owner).orElseThrow().id)).hasSize(4);
    }
}
