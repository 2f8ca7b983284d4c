package dev.storyloom.job;

import java.util.List;
import java.util.UUID;
import java.util.concurrent.CopyOnWriteArrayList;

/**
 * One slice of a job as its handler sees it: who it is for, how to tell of progress, and when to stop. Every write
 * carries the attempt number; when a later attempt has taken over, it throws {@link FencedOff} and nothing is written.
 */
public final class JobRun {

    private final Job job;
    private final JobLedger ledger;
    private final ProgressTicker ticker;
    private final List<Runnable> cancelActions = new CopyOnWriteArrayList<>();
    private volatile boolean cancelled;
    private volatile boolean yielding;

    JobRun(Job job, JobLedger ledger, ProgressTicker ticker) {
        this.job = job;
        this.ledger = ledger;
        this.ticker = ticker;
    }

    public UUID jobId() {
        return job.id;
    }

    public UUID ownerId() {
        return job.ownerId;
    }

    /** The character or the book this job works on. */
    public UUID subjectId() {
        return job.subjectId;
    }

    public int attempt() {
        return job.attempt;
    }

    /** Tells how far the work is. Cheap: watchers see at most four a second, the database one. */
    public void progress(int step, int steps) {
        progress(step, steps, null);
    }

    /** The same with a small record of the handler's own (at most 4,000 characters of JSON), shown in the snapshot. */
    public void progress(int step, int steps, Object detail) {
        ticker.tick(step, steps, detail);
    }

    /** Writes a numbered event that no watcher will miss. The payload becomes JSON; returns its number. */
    public long event(String type, Object payload) {
        return event(type, payload, () -> { });
    }

    /** Writes an event together with the change it tells of: both in one transaction, or neither. */
    public long event(String type, Object payload, Runnable change) {
        return ledger.append(job.id, job.attempt, type, payload, change);
    }

    /** True once somebody asked to cancel: stop soon, return anything. */
    public boolean cancelled() {
        return cancelled;
    }

    /** Runs the action when a cancel is asked for, at once if it was already; for engines with a cancel handle. */
    public void onCancel(Runnable action) {
        cancelActions.add(action);
        if (cancelled) {
            action.run();
        }
    }

    /** True when the process wants to stop: save what there is and return MORE. */
    public boolean shouldYield() {
        return yielding;
    }

    void flushProgress() {
        ticker.flush();
    }

    void cancel() {
        cancelled = true;
        cancelActions.forEach(Runnable::run);
    }

    void yieldSoon() {
        yielding = true;
    }
}
