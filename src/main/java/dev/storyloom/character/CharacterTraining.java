package dev.storyloom.character;

import dev.storyloom.diffusion.CancelledException;
import dev.storyloom.diffusion.pipeline.Cancellation;
import dev.storyloom.job.Job;
import dev.storyloom.job.JobHandler;
import dev.storyloom.job.JobKind;
import dev.storyloom.job.JobOver;
import dev.storyloom.job.JobRun;
import dev.storyloom.job.JobSlice;
import dev.storyloom.job.JobState;
import dev.storyloom.storage.BlobStore;
import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.event.TransactionPhase;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Learns a character in slices of some fifteen seconds, each from checkpoint to checkpoint. The LoRA is in the store
 * before the row says that the character is ready.
 */
@ApplicationScoped
class CharacterTraining implements JobHandler {

    private static final double SLICE_SECONDS = 15;
    private static final int FIRST_SLICE = 10;
    private static final int FEWEST_STEPS = 5;
    private static final int MOST_STEPS = 50;

    private final Characters characters;
    private final Photos photos;
    private final LearnedStates states;
    private final Lesson.Teacher teacher;
    private final Workshop workshop;
    private final BlobStore blobs;
    private final Event<WordChanged> changed;
    private final Clock clock;
    private final Map<UUID, Integer> stepsPerSlice = new ConcurrentHashMap<>();

    CharacterTraining(Characters characters, Photos photos, LearnedStates states, Lesson.Teacher teacher,
            Workshop workshop, BlobStore blobs, Event<WordChanged> changed, Clock clock) {
        this.characters = characters;
        this.photos = photos;
        this.states = states;
        this.teacher = teacher;
        this.workshop = workshop;
        this.blobs = blobs;
        this.changed = changed;
        this.clock = clock;
    }

    @Override
    public JobKind kind() {
        return JobKind.TRAIN;
    }

    @Override
    public JobSlice run(JobRun run) {
        Character character = character(run.subjectId());
        if (character == null) {
            return JobSlice.DONE;
        }
        Cancellation cancellation = new Cancellation();
        run.onCancel(cancellation::cancel);
        Path bench = workshop.bench(character.id, run.jobId());
        try (Lesson lesson = teacher.open(character, paths(character), bench)) {
            learn(run, lesson, character, cancellation);
            return lesson.step() >= lesson.steps() ? finish(run, lesson, character, bench, cancellation) : JobSlice.MORE;
        } catch (CancelledException stopped) {
            return JobSlice.MORE;
        } finally {
            clearUpAfterADeletion(run.subjectId());
        }
    }

    private void learn(JobRun run, Lesson lesson, Character character, Cancellation cancellation) {
        int from = lesson.step();
        int until = Math.min(lesson.steps(), from + stepsPerSlice.getOrDefault(run.jobId(), FIRST_SLICE));
        TrainingReport report = new TrainingReport(run, character.id, blobs, from, lesson.steps());
        lesson.trainUntil(until, report, cancellation);
        report.flush();
        stepsPerSlice.put(run.jobId(), report.stepsIn(SLICE_SECONDS, FEWEST_STEPS, MOST_STEPS));
    }

    private JobSlice finish(JobRun run, Lesson lesson, Character character, Path bench, Cancellation cancellation) {
        List<Lesson.State> found = lesson.states(cancellation);
        Path file = bench.resolve("lora.safetensors");
        lesson.save(file);
        try (InputStream bytes = Files.newInputStream(file)) {
            blobs.put(Character.loraKey(character.id), bytes);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        states.keep(run, character, found);
        return JobSlice.DONE;
    }

    @Override
    public void over(Job job) {
        if (job.state == JobState.DONE) {
            characters.findByIdOptional(job.subjectId).ifPresent(this::learned);
        }
    }

    private void learned(Character character) {
        character.learnedAt = clock.instant();
        if (character.nextToken != null) {
            changed.fire(new WordChanged(character.id, character.token, character.nextToken));
            character.token = character.nextToken;
            character.nextToken = null;
        }
    }

    /** Checkpoints go when nobody can come back to them any more. */
    void clearUp(@Observes(during = TransactionPhase.AFTER_SUCCESS) JobOver over) {
        if (over.job().kind == JobKind.TRAIN) {
            stepsPerSlice.remove(over.job().id);
            workshop.clear(over.job().subjectId);
        }
    }

    /** A deletion in the middle of a slice cannot see what the slice writes after it. */
    private void clearUpAfterADeletion(UUID characterId) {
        if (character(characterId) == null) {
            workshop.clear(characterId);
            blobs.deleteAll(Character.folder(characterId));
        }
    }

    private Character character(UUID id) {
        return QuarkusTransaction.requiringNew().call(() -> characters.findById(id));
    }

    private List<Path> paths(Character character) {
        return QuarkusTransaction.requiringNew()
                .call(() -> photos.of(character).stream().map(photo -> blobs.path(photo.key())).toList());
    }
}
