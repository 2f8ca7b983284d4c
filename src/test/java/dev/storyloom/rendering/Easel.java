package dev.storyloom.rendering;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.storyloom.book.BookPage;
import dev.storyloom.book.BookPageRepository;
import dev.storyloom.book.BookRepository;
import dev.storyloom.job.Job;
import dev.storyloom.job.JobKind;
import dev.storyloom.job.JobQueue;
import dev.storyloom.job.JobState;
import dev.storyloom.story.Scene;
import dev.storyloom.story.SceneRepository;
import dev.storyloom.story.Story;
import dev.storyloom.story.StoryDraft;
import dev.storyloom.story.StoryService;
import dev.storyloom.story.StoryStyle;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import java.time.Duration;
import java.util.List;
import java.util.UUID;

/** Paints stories in tests, and reads what came of it afresh from the database. */
@ApplicationScoped
class Easel {
    private static final String TEXT = "The fox woke up in the forest. The fox ran to the beach. "
            + "It swam in the sea. At night the fox looked at the moon. It slept in a tent.";

    @Inject
    StoryService stories;
    @Inject
    SceneRepository scenes;
    @Inject
    PaintingService painting;
    @Inject
    BookRepository books;
    @Inject
    BookPageRepository pages;
    @Inject
    JobQueue queue;
    @Inject
    EntityManager database;

    /** A story of four pages. */
    Story story(UUID owner) {
        return stories.write(owner, new StoryDraft("", TEXT, 4, null, StoryStyle.PICTURE_BOOK, null));
    }

    /** Paints whatever of it is not painted yet, to the end. */
    Job painted(Story story) {
        assertThat(painting.start(story.ownerId, story.id)).isTrue();
        await().pollInSameThread().atMost(Duration.ofSeconds(180)).until(() -> newest(story).state.isOver());
        var job = newest(story);
        assertThat(job.state).as(job.error).isEqualTo(JobState.DONE);
        database.clear();
        return job;
    }

    Job newest(Story story) {
        database.clear();
        return queue.newest(story.id, story.ownerId, JobKind.RENDER).orElseThrow();
    }

    List<BookPage> book(Story story) {
        database.clear();
        return pages.of(books.ofStory(story.id, story.ownerId).orElseThrow().id);
    }

    List<Scene> scenes(Story story) {
        database.clear();
        return scenes.of(story.id);
    }
}
