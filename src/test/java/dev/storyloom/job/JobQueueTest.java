package dev.storyloom.job;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import dev.storyloom.account.Guests;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import javax.sql.DataSource;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
@TestProfile(ScriptedJobs.class)
class JobQueueTest {

    @Inject
    JobQueue queue;

    @Inject
    Jobs jobs;

    @Inject
    JobRunner runner;

    @Inject
    JobScheduler scheduler;

    @Inject
    JobLedger ledger;

    @Inject
    ScriptedHandler training;

    @Inject
    ScriptedRenderHandler rendering;

    @Inject
    Guests guests;

    @Inject
    DataSource dataSource;

    UUID owner;
    UUID subject;

    @BeforeEach
    void aNewOwner() {
        owner = guests.create().id;
        subject = UUID.randomUUID();
    }

    @Test
    void slicesRunUntilTheHandlerIsDone() {
        AtomicInteger slices = new AtomicInteger();
        training.script(subject, run -> slices.incrementAndGet() < 3 ? JobSlice.MORE : JobSlice.DONE);
        UUID id = queue.submit(owner, JobKind.TRAIN, subject);
        awaitState(id, JobState.DONE);
        assertThat(slices).hasValue(3);
        assertThat(job(id).attempt).isEqualTo(3);
        assertThat(types(id)).containsExactly("done");
    }

    @Test
    void aRolledBackSubmitLeavesNothing() throws Exception {
        assertThatThrownBy(() -> QuarkusTransaction.requiringNew().run(() -> {
            queue.submit(owner, JobKind.TRAIN, subject);
            throw new IllegalStateException("no");
        })).isInstanceOf(IllegalStateException.class);
        assertThat(newest()).isNull();
        assertThat(tasks()).isZero();
    }

    @Test
    void fiftySubmitsAtOnceMakeOneJob() throws Exception {
        CountDownLatch end = new CountDownLatch(1);
        training.script(subject, run -> {
            end.await();
            return JobSlice.DONE;
        });
        ExecutorService clients = Executors.newFixedThreadPool(8);
        UUID first = queue.submit(owner, JobKind.TRAIN, subject);
        var answers = clients.invokeAll(IntStream.range(0, 50)
                .<java.util.concurrent.Callable<UUID>>mapToObj(i -> () -> queue.submit(owner, JobKind.TRAIN, subject))
                .toList());
        clients.shutdown();
        for (var answer : answers) {
            assertThat(answer.get()).isEqualTo(first);
        }
        end.countDown();
        awaitState(first, JobState.DONE);
    }

    @Test
    void aCancelStopsTheSliceAtWork() {
        CountDownLatch started = new CountDownLatch(1);
        training.script(subject, run -> {
            started.countDown();
            while (!run.cancelled()) {
                Thread.sleep(5);
            }
            throw new IllegalStateException("the engine stopped in the middle");
        });
        UUID id = queue.submit(owner, JobKind.TRAIN, subject);
        await().until(() -> started.getCount() == 0);
        queue.cancel(id);
        awaitState(id, JobState.CANCELLED);
        assertThat(types(id)).containsExactly("cancelled");
        assertThat(job(id).activeKey).isNull();
        await().until(() -> tasks() == 0);
    }

    @Test
    void aJobThatHasNotBegunIsCancelledAtOnce() throws Exception {
        CountDownLatch end = busy();
        training.script(subject, run -> JobSlice.DONE);
        UUID id = queue.submit(owner, JobKind.TRAIN, subject);
        assertThat(queue.placeInQueue(id)).isEqualTo(1);
        queue.cancel(id);
        assertThat(job(id).state).isEqualTo(JobState.CANCELLED);
        end.countDown();
        await().until(() -> tasks() == 0);
    }

    @Test
    void aFailingSliceIsTriedTwiceMoreAndThenToldInACode() {
        AtomicInteger tries = new AtomicInteger();
        training.script(subject, run -> {
            tries.incrementAndGet();
            throw JobFailure.passing("disk_full", null);
        });
        UUID id = queue.submit(owner, JobKind.TRAIN, subject);
        awaitState(id, JobState.FAILED);
        assertThat(tries).hasValue(3);
        assertThat(job(id).error).isEqualTo("disk_full");
        assertThat(types(id)).containsExactly("failed");
    }

    @Test
    void aLastingFailureIsNotTriedAgain() {
        AtomicInteger tries = new AtomicInteger();
        training.script(subject, run -> {
            tries.incrementAndGet();
            throw JobFailure.lasting("model_missing", null);
        });
        UUID id = queue.submit(owner, JobKind.TRAIN, subject);
        awaitState(id, JobState.FAILED);
        assertThat(tries).hasValue(1);
    }

    @Test
    void aPoisonJobDoesNotHoldUpTheNext() {
        training.script(subject, run -> {
            throw new IllegalStateException("poison");
        });
        UUID poison = queue.submit(owner, JobKind.TRAIN, subject);
        UUID other = UUID.randomUUID();
        training.script(other, run -> JobSlice.DONE);
        UUID next = queue.submit(owner, JobKind.TRAIN, other);
        awaitState(next, JobState.DONE);
        assertThat(job(poison).state).isEqualTo(JobState.RUNNING);
        awaitState(poison, JobState.FAILED);
        assertThat(job(poison).error).isEqualTo("unknown");
    }

    @Test
    void renderingGoesBeforeTraining() throws Exception {
        CountDownLatch end = busy();
        AtomicInteger rendersBefore = new AtomicInteger(-1);
        int earlier = rendering.turns.size();
        training.script(subject, run -> {
            rendersBefore.set(rendering.turns.size() - earlier);
            return JobSlice.DONE;
        });
        UUID train = queue.submit(owner, JobKind.TRAIN, subject);
        UUID render = queue.submit(owner, JobKind.RENDER, UUID.randomUUID());
        assertThat(queue.placeInQueue(render)).isEqualTo(1);
        assertThat(queue.placeInQueue(train)).isEqualTo(2);
        end.countDown();
        awaitState(train, JobState.DONE);
        assertThat(rendersBefore).hasValue(1);
    }

    @Test
    void aSliceThatLostItsJobCanNeitherWriteNorEndIt() {
        CountDownLatch started = new CountDownLatch(1);
        CountDownLatch paused = new CountDownLatch(1);
        AtomicInteger refused = new AtomicInteger();
        AtomicInteger changes = new AtomicInteger();
        training.script(subject, run -> {
            if (run.attempt() > 1) {
                run.event("sample", Map.of("attempt", run.attempt()), changes::incrementAndGet);
                return JobSlice.DONE;
            }
            started.countDown();
            paused.await();
            try {
                run.event("sample", Map.of("attempt", 1), changes::incrementAndGet);
            } catch (FencedOff lost) {
                refused.incrementAndGet();
            }
            return JobSlice.DONE;
        });
        UUID id = queue.submit(owner, JobKind.TRAIN, subject);
        await().until(() -> started.getCount() == 0);
        assertThat(runner.runSlice(id)).as("another worker revived the job").isEmpty();
        assertThat(job(id).state).isEqualTo(JobState.DONE);
        paused.countDown();
        await().until(() -> tasks() == 0);
        assertThat(refused).hasValue(1);
        assertThat(changes).hasValue(1);
        assertThat(types(id)).containsExactly("sample", "done");
    }

    @Test
    void aJobThatKillsTheProcessAgainAndAgainIsGivenUp() {
        CountDownLatch end = busy();
        UUID id = queue.submit(owner, JobKind.TRAIN, subject);
        for (int crash = 0; crash < JobLedger.MAX_CRASHES; crash++) {
            assertThat(ledger.claim(id)).isPresent();
        }
        assertThat(ledger.claim(id)).isEmpty();
        assertThat(job(id).state).isEqualTo(JobState.FAILED);
        assertThat(job(id).error).isEqualTo("crashed");
        end.countDown();
    }

    @Test
    void aDroppedSubjectStopsItsJobAndKeepsNothing() {
        CountDownLatch started = new CountDownLatch(1);
        AtomicInteger written = new AtomicInteger();
        training.script(subject, run -> {
            started.countDown();
            while (!run.cancelled()) {
                Thread.sleep(5);
            }
            run.event("sample", Map.of(), written::incrementAndGet);
            return JobSlice.MORE;
        });
        UUID id = queue.submit(owner, JobKind.TRAIN, subject);
        await().until(() -> started.getCount() == 0);
        queue.drop(subject);
        await().atMost(Duration.ofSeconds(5)).until(() -> tasks() == 0);
        assertThat(written).hasValue(0);
        assertThat(jobs.findByIdOptional(id)).isEmpty();
    }

    @Test
    void eventsAreNumberedWithoutGaps() {
        training.script(subject, run -> {
            for (int i = 0; i < 20; i++) {
                run.event("sample", Map.of("n", i));
                run.progress(i, 20, Map.of("loss", i));
            }
            return JobSlice.DONE;
        });
        UUID id = queue.submit(owner, JobKind.TRAIN, subject);
        awaitState(id, JobState.DONE);
        assertThat(events(id)).extracting(event -> event.seq)
                .containsExactlyElementsOf(IntStream.rangeClosed(1, 21).mapToObj(Long::valueOf).toList());
        assertThat(job(id).step).isEqualTo(19);
        assertThat(job(id).detail).isEqualTo("{\"loss\":19}");
    }

    @Test
    void whatADeadProcessHadPickedGoesOnAtTheNextStart() throws Exception {
        CountDownLatch end = busy();
        training.script(subject, run -> JobSlice.DONE);
        UUID id = queue.submit(owner, JobKind.TRAIN, subject);
        ledger.claim(id);
        String picked = "update gpu_task set picked = true, picked_by = 'storyloom', last_heartbeat = current_timestamp"
                + " where task_instance = '" + id + "'";
        try (var connection = dataSource.getConnection(); var statement = connection.createStatement()) {
            assertThat(statement.executeUpdate(picked)).isEqualTo(1);
        }
        end.countDown();
        Thread.sleep(1500);
        assertThat(job(id).attempt).isEqualTo(1);
        scheduler.releaseOwn();
        await().atMost(Duration.ofSeconds(5)).until(() -> job(id).state == JobState.DONE);
        assertThat(job(id).attempt).isEqualTo(2);
    }

    @Test
    void anotherAccountFindsNothing() {
        training.script(subject, run -> JobSlice.DONE);
        UUID id = queue.submit(owner, JobKind.TRAIN, subject);
        assertThat(queue.find(id, owner)).isPresent();
        assertThat(queue.find(id, UUID.randomUUID())).isEmpty();
        awaitState(id, JobState.DONE);
    }

    private CountDownLatch busy() {
        UUID other = UUID.randomUUID();
        CountDownLatch started = new CountDownLatch(1);
        CountDownLatch end = new CountDownLatch(1);
        training.script(other, run -> {
            started.countDown();
            end.await(20, TimeUnit.SECONDS);
            return JobSlice.DONE;
        });
        queue.submit(owner, JobKind.TRAIN, other);
        await().until(() -> started.getCount() == 0);
        return end;
    }

    private void awaitState(UUID id, JobState state) {
        await().atMost(Duration.ofSeconds(30)).until(() -> job(id).state == state);
    }

    private Job job(UUID id) {
        return QuarkusTransaction.requiringNew().call(() -> jobs.findById(id));
    }

    private Job newest() {
        return QuarkusTransaction.requiringNew().call(() -> jobs.newest(subject, owner, JobKind.TRAIN).orElse(null));
    }

    private List<JobEvent> events(UUID id) {
        return QuarkusTransaction.requiringNew().call(() -> jobs.eventsAfter(id, 0, 1000));
    }

    private List<String> types(UUID id) {
        return events(id).stream().map(event -> event.type).toList();
    }

    private long tasks() throws Exception {
        try (var connection = dataSource.getConnection(); var statement = connection.createStatement();
                var rows = statement.executeQuery("select count(*) from gpu_task")) {
            rows.next();
            return rows.getLong(1);
        }
    }
}
