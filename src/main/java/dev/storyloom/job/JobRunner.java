package dev.storyloom.job;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.context.control.ActivateRequestContext;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Runs one slice of a job from claim to settlement. */
@ApplicationScoped
class JobRunner {

    private static final Logger LOG = LoggerFactory.getLogger(JobRunner.class);

    private static final Duration WAIT = Duration.ofSeconds(3);

    private final JobLedger ledger;
    private final JobFeed feed;
    private final JobJson json;
    private final Map<UUID, JobRun> running = new ConcurrentHashMap<>();

    JobRunner(JobLedger ledger, JobFeed feed, JobJson json) {
        this.ledger = ledger;
        this.feed = feed;
        this.json = json;
    }

    /** Runs the next slice; returns how long to wait for the one after it, or nothing when no other shall follow. */
    @ActivateRequestContext
    Optional<Duration> runSlice(UUID jobId) {
        Optional<Job> claimed = ledger.claim(jobId);
        if (claimed.isEmpty()) {
            return Optional.empty();
        }
        Job job = claimed.get();
        JobRun run = new JobRun(job, ledger, ticker(job));
        running.put(jobId, run);
        try {
            if (ledger.cancelRequested(jobId)) {
                run.cancel();
            }
            return work(job, run);
        } catch (FencedOff lost) {
            LOG.info("{}; stopping", lost.getMessage());
            return Optional.empty();
        } finally {
            running.remove(jobId, run);
        }
    }

    private Optional<Duration> work(Job job, JobRun run) {
        try {
            JobHandler handler = ledger.handler(job.kind).orElseThrow(() -> JobFailure.lasting("no_handler", null));
            JobSlice slice = handler.run(run);
            run.flushProgress();
            if (run.cancelled()) {
                ledger.end(job.id, job.attempt, JobState.CANCELLED);
                return Optional.empty();
            }
            if (slice == JobSlice.DONE) {
                ledger.end(job.id, job.attempt, JobState.DONE);
                return Optional.empty();
            }
            ledger.pause(job.id, job.attempt);
            return Optional.of(slice == JobSlice.LATER ? WAIT : Duration.ZERO);
        } catch (FencedOff lost) {
            throw lost;
        } catch (Exception | LinkageError | OutOfMemoryError failure) {
            return afterFailure(job, run, failure);
        }
    }

    private Optional<Duration> afterFailure(Job job, JobRun run, Throwable failure) {
        if (run.cancelled()) {
            ledger.end(job.id, job.attempt, JobState.CANCELLED);
            return Optional.empty();
        }
        LOG.error("A slice of job {} failed", job.id, failure);
        JobFailure told = JobFailure.of(failure);
        boolean again = ledger.fail(job.id, job.attempt, told.code(), told.worthRetrying());
        return again ? Optional.of(Duration.ofSeconds(1L << job.failures)) : Optional.empty();
    }

    private ProgressTicker ticker(Job job) {
        return new ProgressTicker(json, new ProgressTicker.Sink() {
            @Override
            public void remember(JobFeed.Progress progress) {
                feed.remember(job.id, progress);
            }

            @Override
            public void show() {
                feed.nudge(job.id);
            }

            @Override
            public void store(JobFeed.Progress progress) {
                if (!ledger.progress(job.id, job.attempt, progress)) {
                    throw new FencedOff(job.id, job.attempt);
                }
                if (ledger.cancelRequested(job.id)) {
                    cancel(job.id);
                }
            }
        }, feed.latest(job.id).map(JobFeed.Progress::secondsLeft).orElse(null), System::nanoTime);
    }

    void cancel(UUID jobId) {
        Optional.ofNullable(running.get(jobId)).ifPresent(JobRun::cancel);
    }

    /** The process is about to stop: slices shall save what they have. */
    void yieldSoon() {
        running.values().forEach(JobRun::yieldSoon);
    }
}
