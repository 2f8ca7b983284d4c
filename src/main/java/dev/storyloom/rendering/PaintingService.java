package dev.storyloom.rendering;

import dev.storyloom.job.Job;
import dev.storyloom.job.JobKind;
import dev.storyloom.job.JobOver;
import dev.storyloom.job.JobQueue;
import dev.storyloom.job.JobState;
import dev.storyloom.storage.BlobStore;
import dev.storyloom.story.Hero;
import dev.storyloom.story.Heroes;
import dev.storyloom.story.ScenePictures;
import dev.storyloom.story.StoryDeleted;
import dev.storyloom.story.StoryRepository;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.event.TransactionPhase;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** Starts and stops the painting of a story; a story of which a hero is still being trained starts when that is done. */
@ApplicationScoped
public class PaintingService {
    private final StoryRepository stories;
    private final Heroes heroes;
    private final JobQueue queue;
    private final BlobStore blobs;
    private final Clock clock;
    private final ScenePictures pictures;
    private final PaintingPlans plans;
    private final Event<StoryPainted> painted;

    PaintingService(StoryRepository stories, Heroes heroes, JobQueue queue, BlobStore blobs, Clock clock,
            ScenePictures pictures, PaintingPlans plans, Event<StoryPainted> painted) {
        this.stories = stories;
        this.heroes = heroes;
        this.queue = queue;
        this.blobs = blobs;
        this.clock = clock;
        this.pictures = pictures;
        this.plans = plans;
        this.painted = painted;
    }

    /** Paints whatever of the story is not painted yet; false when a hero of it has not been trained and is not being. */
    @Transactional
    public boolean start(UUID ownerId, UUID storyId) {
        var story = stories.find(storyId, ownerId);
        var learners = learners(storyId);
        if (learners.isEmpty()) {
            story.paintWhenReady = null;
            queue.submit(ownerId, JobKind.RENDER, storyId);
            return true;
        }
        var atIt = learners.stream().allMatch(Hero::learning);
        story.paintWhenReady = atIt ? clock.instant() : null;
        return atIt;
    }

    /** The pictures that each page can choose from, by scene. */
    public Map<UUID, List<Variant>> variants(UUID ownerId, UUID storyId) {
        return plans.variants(storyId, ownerId);
    }

    /** Shows a picture that was painted before; the book has it at once where no other page is still to be painted. */
    @Transactional
    public void choose(UUID ownerId, UUID storyId, UUID sceneId, int version) {
        pictures.choose(ownerId, storyId, sceneId, version);
        var plan = plans.of(storyId, ownerId);
        if (plan.pagesPainted()) {
            painted.fire(plan.finished());
        }
    }

    /** Paints a page anew with the same words. */
    @Transactional
    public void another(UUID ownerId, UUID storyId, UUID sceneId) {
        pictures.another(ownerId, storyId, sceneId);
        queue.submit(ownerId, JobKind.RENDER, storyId);
    }

    /** Paints some more pictures of a page to choose from, while the book keeps the one that it has. */
    @Transactional
    public void more(UUID ownerId, UUID storyId, UUID sceneId, int count) {
        pictures.more(ownerId, storyId, sceneId, count);
        queue.submit(ownerId, JobKind.RENDER, storyId);
    }

    @Transactional
    public void cancel(UUID ownerId, UUID storyId) {
        var story = stories.find(storyId, ownerId);
        story.paintWhenReady = null;
        queue.newest(storyId, ownerId, JobKind.RENDER).ifPresent(job -> queue.cancel(job.id));
    }

    /** Takes the painting of a deleted story out of the queue. */
    void forget(@Observes StoryDeleted deleted) {
        queue.drop(deleted.storyId());
    }

    /** Takes its pictures off the disk once its rows are gone. */
    void sweep(@Observes(during = TransactionPhase.AFTER_SUCCESS) StoryDeleted deleted) {
        blobs.deleteAll(Sheet.folder(deleted.storyId()));
    }

    /** In the transaction that ends a training: the stories that wait for this character alone go into the queue. */
    void trained(@Observes JobOver over) {
        Job job = over.job();
        if (job.kind != JobKind.TRAIN || job.state != JobState.DONE) {
            return;
        }
        for (var story : stories.waitingFor(job.subjectId)) {
            if (learners(story.id).isEmpty()) {
                story.paintWhenReady = null;
                queue.submit(story.ownerId, JobKind.RENDER, story.id);
            }
        }
    }

    private List<Hero> learners(UUID storyId) {
        return heroes.in(storyId).stream().filter(hero -> !hero.ready()).toList();
    }
}
