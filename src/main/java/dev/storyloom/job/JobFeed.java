package dev.storyloom.job;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Tells watchers in this process that a job has something new. It carries no events itself: a watcher reads them from
 * the database by number, so a lost or doubled nudge harms nobody. Only the latest progress is kept here.
 */
@ApplicationScoped
public class JobFeed {

    private final Map<UUID, Set<Runnable>> watchers = new ConcurrentHashMap<>();
    private final Map<UUID, Progress> latest = new ConcurrentHashMap<>();

    /** Calls the watcher, on any thread, whenever the job has something new, until the returned handle is closed. */
    public Watch watch(UUID jobId, Runnable watcher) {
        watchers.compute(jobId, (id, set) -> {
            Set<Runnable> all = set == null ? ConcurrentHashMap.newKeySet() : set;
            all.add(watcher);
            return all;
        });
        return () -> watchers.computeIfPresent(jobId, (id, set) -> {
            set.remove(watcher);
            return set.isEmpty() ? null : set;
        });
    }

    void nudge(UUID jobId) {
        watchers.getOrDefault(jobId, Set.of()).forEach(Runnable::run);
    }

    void remember(UUID jobId, Progress progress) {
        latest.put(jobId, progress);
    }

    Optional<Progress> latest(UUID jobId) {
        return Optional.ofNullable(latest.get(jobId));
    }

    void forget(UUID jobId) {
        latest.remove(jobId);
        nudge(jobId);
    }

    /** Ends a watch. */
    @FunctionalInterface
    public interface Watch extends AutoCloseable {
        @Override
        void close();
    }

    /** The newest tick; the detail is JSON or null, the remaining time in seconds or null. */
    record Progress(int step, int steps, String detail, Long secondsLeft) {
    }
}
