package dev.storyloom.job;

import io.quarkus.arc.All;
import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.persistence.LockModeType;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Consumer;

/**
 * Writes what happens to jobs. Each write of a slice names its attempt; a write that finds another attempt in the row
 * throws {@link FencedOff}. An event is written in the transaction of the state it tells.
 */
@ApplicationScoped
class JobLedger {

    /** A job that kills the process under it this often without finishing a slice is given up. */
    static final int MAX_CRASHES = 5;
    static final int MAX_RETRIES = 2;

    private final Jobs jobs;
    private final JobFeed feed;
    private final JobJson json;
    private final List<JobHandler> handlers;
    private final Event<JobOver> over;

    JobLedger(Jobs jobs, JobFeed feed, JobJson json, @All List<JobHandler> handlers, Event<JobOver> over) {
        this.jobs = jobs;
        this.feed = feed;
        this.json = json;
        this.handlers = handlers;
        this.over = over;
    }

    Optional<JobHandler> handler(JobKind kind) {
        return handlers.stream().filter(handler -> handler.kind() == kind).findFirst();
    }

    /** Takes the job for a new attempt, unless it is gone, over, cancelled or has crashed too often. */
    Optional<Job> claim(UUID id) {
        Optional<Job> claimed = QuarkusTransaction.requiringNew().call(() -> {
            Job job = jobs.findById(id, LockModeType.PESSIMISTIC_WRITE);
            if (job == null || job.state.isOver()) {
                return Optional.empty();
            }
            job.crashes = job.claimed ? job.crashes + 1 : job.crashes;
            job.claimed = false;
            if (job.cancelRequestedAt != null) {
                end(job, JobState.CANCELLED, null);
                return Optional.empty();
            }
            if (job.crashes >= MAX_CRASHES) {
                end(job, JobState.FAILED, "crashed");
                return Optional.empty();
            }
            job.attempt++;
            job.claimed = true;
            job.state = JobState.RUNNING;
            job.startedAt = job.startedAt == null ? Instant.now() : job.startedAt;
            return Optional.of(job);
        });
        feed.nudge(id);
        return claimed;
    }

    /** Whether somebody, perhaps in another process, has asked to cancel. */
    boolean cancelRequested(UUID id) {
        return QuarkusTransaction.requiringNew()
                .call(() -> jobs.count("id = ?1 and cancelRequestedAt is not null", id) > 0);
    }

    /** Stores the progress of a running attempt; false when the attempt has lost the job. */
    boolean progress(UUID id, int attempt, JobFeed.Progress progress) {
        return QuarkusTransaction.requiringNew().call(() -> jobs.update(
                "step = ?1, steps = ?2, detail = ?3 where id = ?4 and attempt = ?5 and claimed = true",
                progress.step(), progress.steps(), progress.detail(), id, attempt)) == 1;
    }

    long append(UUID id, int attempt, String type, Object payload, Runnable change) {
        String text = json.write(payload);
        long seq = QuarkusTransaction.joiningExisting().call(() -> {
            if (jobs.update("lastSeq = lastSeq + 1 where id = ?1 and attempt = ?2 and claimed = true", id, attempt) == 0) {
                throw new FencedOff(id, attempt);
            }
            long next = jobs.getEntityManager()
                    .createQuery("select j.lastSeq from Job j where j.id = :id", Long.class)
                    .setParameter("id", id)
                    .getSingleResult();
            write(id, next, type, text);
            change.run();
            return next;
        });
        feed.nudge(id);
        return seq;
    }

    /** A slice came back and wants another one. */
    void pause(UUID id, int attempt) {
        settle(id, attempt, job -> {
            job.claimed = false;
            job.failures = 0;
            job.crashes = 0;
        });
    }

    /** A slice threw; true when it shall be tried again. */
    boolean fail(UUID id, int attempt, String code, boolean worthRetrying) {
        boolean[] again = new boolean[1];
        settle(id, attempt, job -> {
            job.claimed = false;
            job.crashes = 0;
            job.failures++;
            again[0] = worthRetrying && job.failures <= MAX_RETRIES;
            if (!again[0]) {
                end(job, JobState.FAILED, code);
            }
        });
        return again[0];
    }

    void end(UUID id, int attempt, JobState state) {
        settle(id, attempt, job -> end(job, state, null));
    }

    /** Ends a job in the running transaction: the row, its last event, and the handler's own rows. */
    void end(Job job, JobState state, String error) {
        job.state = state;
        job.error = error;
        job.finishedAt = Instant.now();
        job.activeKey = null;
        job.claimed = false;
        job.lastSeq++;
        write(job.id, job.lastSeq, state.name().toLowerCase(), json.write(error == null ? Map.of() : Map.of("error", error)));
        handler(job.kind).ifPresent(handler -> handler.over(job));
        over.fire(new JobOver(job));
    }

    private void settle(UUID id, int attempt, Consumer<Job> change) {
        boolean over = QuarkusTransaction.requiringNew().call(() -> {
            Job job = jobs.findById(id, LockModeType.PESSIMISTIC_WRITE);
            if (job == null || job.attempt != attempt || job.state.isOver()) {
                throw new FencedOff(id, attempt);
            }
            change.accept(job);
            return job.state.isOver();
        });
        if (over) {
            feed.forget(id);
        } else {
            feed.nudge(id);
        }
    }

    private void write(UUID id, long seq, String type, String payload) {
        JobEvent event = new JobEvent();
        event.jobId = id;
        event.seq = seq;
        event.type = type;
        event.payload = payload;
        event.createdAt = Instant.now();
        jobs.getEntityManager().persist(event);
    }
}
