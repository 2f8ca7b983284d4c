package dev.storyloom.job;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.LockModeType;
import jakarta.transaction.Transactional;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;

/** Where features hand in long work and ask about it. */
@ApplicationScoped
public class JobQueue {

    private final Jobs jobs;
    private final JobLedger ledger;
    private final JobScheduler scheduler;
    private final JobFeed feed;

    JobQueue(Jobs jobs, JobLedger ledger, JobScheduler scheduler, JobFeed feed) {
        this.jobs = jobs;
        this.ledger = ledger;
        this.scheduler = scheduler;
        this.feed = feed;
    }

    /**
     * Enqueues a job in the caller's transaction: it exists if and only if the caller's own rows do. While a job of
     * the same kind for the same subject is unfinished, that one is returned instead.
     */
    @Transactional
    public UUID submit(UUID ownerId, JobKind kind, UUID subjectId) {
        String key = kind + ":" + subjectId;
        Optional<Job> unfinished = jobs.find("activeKey", key).firstResultOptional();
        if (unfinished.isPresent()) {
            return unfinished.get().id;
        }
        Job job = new Job();
        job.id = UUID.randomUUID();
        job.ownerId = ownerId;
        job.kind = kind;
        job.subjectId = subjectId;
        job.activeKey = key;
        job.createdAt = Instant.now();
        jobs.persistAndFlush(job);
        scheduler.enqueue(job);
        return job.id;
    }

    /** Asks the job to end. One that is not at work right now ends at once; one at work, at its next step. */
    @Transactional
    public void cancel(UUID jobId) {
        Job job = jobs.findById(jobId, LockModeType.PESSIMISTIC_WRITE);
        if (job == null || job.state.isOver()) {
            return;
        }
        job.cancelRequestedAt = Instant.now();
        if (!job.claimed) {
            ledger.end(job, JobState.CANCELLED, null);
        }
        scheduler.afterCommit(() -> {
            scheduler.cancelRunning(jobId);
            feed.nudge(jobId);
        });
    }

    /** Forgets all jobs of a deleted subject, and stops the one at work: whatever it still tries to write is refused. */
    @Transactional
    public void drop(UUID subjectId) {
        jobs.find("subjectId", subjectId).withLock(LockModeType.PESSIMISTIC_WRITE).list().forEach(job -> {
            jobs.delete(job);
            scheduler.afterCommit(() -> {
                scheduler.cancelRunning(job.id);
                feed.forget(job.id);
            });
        });
    }

    /** The job, if it belongs to the account. */
    public Optional<Job> find(UUID jobId, UUID ownerId) {
        return jobs.find(jobId, ownerId);
    }

    /** The newest job of a kind for a subject of the account. */
    public Optional<Job> newest(UUID subjectId, UUID ownerId, JobKind kind) {
        return jobs.newest(subjectId, ownerId, kind);
    }

    /** What a page shows of the job now, the newest progress included. */
    public JobView view(Job job) {
        return JobView.of(job, feed.latest(job.id), placeInQueue(job.id));
    }

    /** How many jobs are served before this one; 0 when it is its turn, or over, or unknown. */
    public int placeInQueue(UUID jobId) {
        return jobs.findByIdOptional(jobId)
                .filter(job -> !job.state.isOver() && !job.claimed)
                .map(jobs::ahead)
                .orElse(0);
    }
}
