package dev.storyloom.admin;

import dev.storyloom.job.Job;
import dev.storyloom.job.JobKind;
import dev.storyloom.job.JobQueue;
import dev.storyloom.job.JobState;
import dev.storyloom.job.Jobs;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.transaction.Transactional;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.UUID;

/** The jobs of all accounts: what is at work, what waits, and what failed lately. */
@ApplicationScoped
class Workload {
    private static final int MOST = 100;
    private static final int MOST_FAILED = 20;
    private static final List<JobState> WAITING = List.of(JobState.QUEUED, JobState.PAUSED);

    private final EntityManager database;
    private final Jobs jobs;
    private final JobQueue queue;

    Workload(EntityManager database, Jobs jobs, JobQueue queue) {
        this.database = database;
        this.jobs = jobs;
        this.queue = queue;
    }

    @Transactional
    Sheet sheet() {
        return new Sheet(of(List.of(JobState.RUNNING), "createdAt", MOST),
                of(WAITING, "createdAt", MOST).stream()
                        .sorted(Comparator.comparingInt((Entry entry) -> entry.kind().priority()).reversed()).toList(),
                jobs.count("state in ?1", WAITING), of(List.of(JobState.FAILED), "finishedAt desc", MOST_FAILED));
    }

    /** Asks any job to end; false where there is no such job. */
    @Transactional
    boolean cancel(UUID id) {
        boolean there = jobs.findByIdOptional(id).isPresent();
        queue.cancel(id);
        return there;
    }

    private List<Entry> of(List<JobState> states, String order, int most) {
        return database.createQuery("select j, a.email from Job j join Account a on a.id = j.ownerId"
                + " where j.state in :states order by j." + order, Object[].class)
                .setParameter("states", states).setMaxResults(most).getResultList().stream()
                .map(row -> entry((Job) row[0], (String) row[1])).toList();
    }

    private Entry entry(Job job, String email) {
        // Only what is at work has news that are not in its row yet; its place in the queue would cost a look at all.
        int percent = job.state == JobState.RUNNING ? queue.view(job).percent()
                : job.steps == 0 ? 0 : Math.min(100, 100 * job.step / job.steps);
        Instant since = job.finishedAt != null ? job.finishedAt : job.startedAt != null ? job.startedAt : job.createdAt;
        return new Entry(job.id, job.kind, email, percent, since, job.cancelRequestedAt != null, job.error);
    }

    /** @param waitingInAll may be more than are listed */
    record Sheet(List<Entry> running, List<Entry> waiting, long waitingInAll, List<Entry> failed) {
    }

    /**
     * A job, and nothing of what it paints or learns.
     *
     * @param email of its owner, null for a guest
     * @param error a code, only of a job that failed
     */
    record Entry(UUID id, JobKind kind, String email, int percent, Instant since, boolean cancelling, String error) {
    }
}
