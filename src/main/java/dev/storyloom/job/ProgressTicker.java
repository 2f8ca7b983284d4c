package dev.storyloom.job;

import java.util.function.BiConsumer;

/**
 * Thins out the progress of one slice: at most four ticks a second reach the watchers and one a second the database.
 * It also guesses the remaining time from the pace of the slice.
 */
final class ProgressTicker {

    private static final long WATCH_NANOS = 250_000_000L;
    private static final long STORE_NANOS = 1_000_000_000L;

    private final JobJson json;
    private final BiConsumer<JobFeed.Progress, Boolean> sink;
    private long firstNanos;
    private int firstStep = -1;
    private long watchedNanos;
    private long storedNanos;
    private JobFeed.Progress unstored;

    /** @param sink gets a tick, and whether it is time to store it too */
    ProgressTicker(JobJson json, BiConsumer<JobFeed.Progress, Boolean> sink) {
        this.json = json;
        this.sink = sink;
    }

    synchronized void tick(int step, int steps, Object detail) {
        long now = System.nanoTime();
        boolean first = firstStep < 0;
        if (first) {
            firstStep = step;
            firstNanos = now;
        }
        boolean last = step >= steps;
        unstored = new JobFeed.Progress(step, steps, detail == null ? null : json.write(detail),
                secondsLeft(step, steps, now));
        if (first || last || now - watchedNanos >= WATCH_NANOS) {
            watchedNanos = now;
            pass(unstored, first || last || now - storedNanos >= STORE_NANOS);
        }
    }

    /** Stores the newest tick if that has not happened yet. */
    synchronized void flush() {
        if (unstored != null) {
            pass(unstored, true);
        }
    }

    private void pass(JobFeed.Progress progress, boolean store) {
        if (store) {
            storedNanos = System.nanoTime();
            unstored = null;
        }
        sink.accept(progress, store);
    }

    private Long secondsLeft(int step, int steps, long now) {
        if (step <= firstStep) {
            return null;
        }
        double perStep = (now - firstNanos) / 1e9 / (step - firstStep);
        return Math.round(perStep * (steps - step));
    }
}
