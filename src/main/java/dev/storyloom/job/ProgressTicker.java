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
        if (!first && !last && now - watchedNanos < WATCH_NANOS) {
            return;
        }
        boolean store = first || last || now - storedNanos >= STORE_NANOS;
        watchedNanos = now;
        storedNanos = store ? now : storedNanos;
        sink.accept(new JobFeed.Progress(step, steps, detail == null ? null : json.write(detail),
                secondsLeft(step, steps, now)), store);
    }

    private Long secondsLeft(int step, int steps, long now) {
        if (step <= firstStep) {
            return null;
        }
        double perStep = (now - firstNanos) / 1e9 / (step - firstStep);
        return Math.round(perStep * (steps - step));
    }
}
