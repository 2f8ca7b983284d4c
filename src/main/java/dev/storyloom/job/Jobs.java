package dev.storyloom.job;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** The jobs and their events in the database. */
@ApplicationScoped
public class Jobs implements PanacheRepositoryBase<Job, UUID> {

    /** The job, if it is there and belongs to the account. */
    public Optional<Job> find(UUID id, UUID ownerId) {
        return find("id = ?1 and ownerId = ?2", id, ownerId).firstResultOptional();
    }

    /** The newest job of a kind for a subject of the account. */
    public Optional<Job> newest(UUID subjectId, UUID ownerId, JobKind kind) {
        return find("subjectId = ?1 and ownerId = ?2 and kind = ?3 order by createdAt desc", subjectId, ownerId, kind)
                .firstResultOptional();
    }

    /** The events after a number, oldest first, at most {@code limit} of them. */
    public List<JobEvent> eventsAfter(UUID jobId, long seq, int limit) {
        return getEntityManager()
                .createQuery("from JobEvent e where e.jobId = :job and e.seq > :seq order by e.seq", JobEvent.class)
                .setParameter("job", jobId)
                .setParameter("seq", seq)
                .setMaxResults(limit)
                .getResultList();
    }

    /** All events of one type, oldest first. */
    public List<JobEvent> events(UUID jobId, String type) {
        return getEntityManager()
                .createQuery("from JobEvent e where e.jobId = :job and e.type = :type order by e.seq", JobEvent.class)
                .setParameter("job", jobId)
                .setParameter("type", type)
                .getResultList();
    }

    /** How many unfinished jobs are served before this one. */
    int ahead(Job job) {
        return (int) list("state in ?1 and id <> ?2", List.of(JobState.QUEUED, JobState.RUNNING), job.id).stream()
                .filter(other -> other.claimed || before(other, job))
                .count();
    }

    private static boolean before(Job other, Job job) {
        int byPriority = Integer.compare(other.kind.priority(), job.kind.priority());
        return byPriority > 0 || byPriority == 0 && other.createdAt.isBefore(job.createdAt);
    }
}
