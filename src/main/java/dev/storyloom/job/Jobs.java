package dev.storyloom.job;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Predicate;

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
        return (int) count("state in ?1 and id <> ?2 and (claimed or kind in ?3 or kind in ?4 and createdAt < ?5)",
                List.of(JobState.QUEUED, JobState.RUNNING), job.id, kinds(kind -> kind.priority() > job.kind.priority()),
                kinds(kind -> kind.priority() == job.kind.priority()), job.createdAt);
    }

    private static List<JobKind> kinds(Predicate<JobKind> wanted) {
        return Arrays.stream(JobKind.values()).filter(wanted).toList();
    }
}
