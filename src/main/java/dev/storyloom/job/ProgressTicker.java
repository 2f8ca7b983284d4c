package dev.storyloom.job;

import java.util.function.LongSupplier;

/**
 * Thins out the progress of one slice: each tick is remembered, at most four a second reach the watchers and one a
 * second the database. It also guesses the remaining time from the pace of the slice. A slice may begin with what is not
 * repeated at each step (a sample, an examination), so for its first steps the guess of the slice before holds.
 */
final class ProgressTicker {

    private static final long WATCH_NANOS = 250_000_000L;
    private static final long STORE_NANOS = 1_000_000_000L;
    private static final int STEPS_OF_A_PACE = 15;

    private final JobJson json;
    private final Sink sink;
    private final Long secondsLeftBefore;
    private final LongSupplier clock;
    private long firstNanos;
    private int firstStep = -1;
    private long shownNanos;
    private long storedNanos;
    private JobFeed.Progress unstored;

    /** Where ticks go: all of them are remembered, some shown, fewer stored. */
    interface Sink {
        void remember(JobFeed.Progress progress);

        void show();

        void store(JobFeed.Progress progress);
    }

    /**
     * @param secondsLeftBefore what the slice before guessed at its end, or null
     * @param clock             nanoseconds since any moment
     */
    ProgressTicker(JobJson json, Sink sink, Long secondsLeftBefore, LongSupplier clock) {
        this.json = json;
        this.sink = sink;
        this.secondsLeftBefore = secondsLeftBefore;
        this.clock = clock;
    }

    synchronized void tick(int step, int steps, Object detail) {
        long now = clock.getAsLong();
        boolean first = firstStep < 0;
        if (first) {
            firstStep = step;
            firstNanos = now;
        }
        unstored = new JobFeed.Progress(step, steps, detail == null ? null : json.write(detail),
                secondsLeft(step, steps, now));
        sink.remember(unstored);
        boolean must = first || step >= steps;
        if (must || now - storedNanos >= STORE_NANOS) {
            store(now);
        }
        if (must || now - shownNanos >= WATCH_NANOS) {
            shownNanos = now;
            sink.show();
        }
    }

    /** Stores and shows the newest tick if that has not happened yet. */
    synchronized void flush() {
        if (unstored != null) {
            store(clock.getAsLong());
            sink.show();
        }
    }

    private void store(long now) {
        storedNanos = now;
        sink.store(unstored);
        unstored = null;
    }

    private Long secondsLeft(int step, int steps, long now) {
        double passed = (now - firstNanos) / 1e9;
        if (secondsLeftBefore != null && step - firstStep < STEPS_OF_A_PACE && step < steps) {
            return Math.max(1, Math.round(secondsLeftBefore - passed));
        }
        if (step <= firstStep) {
            return null;
        }
        double perStep = passed / (step - firstStep);
        return Math.round(perStep * (steps - step));
    }
}
