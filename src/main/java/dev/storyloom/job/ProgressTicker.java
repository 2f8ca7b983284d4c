package dev.storyloom.job;

/**
 * Thins out the progress of one slice: each tick is remembered, at most four a second reach the watchers and one a
 * second the database. It also guesses the remaining time from the pace of the slice.
 */
final class ProgressTicker {

    private static final long WATCH_NANOS = 250_000_000L;
    private static final long STORE_NANOS = 1_000_000_000L;

    private final JobJson json;
    private final Sink sink;
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

    ProgressTicker(JobJson json, Sink sink) {
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
            store(System.nanoTime());
            sink.show();
        }
    }

    private void store(long now) {
        storedNanos = now;
        sink.store(unstored);
        unstored = null;
    }

    private Long secondsLeft(int step, int steps, long now) {
        if (step <= firstStep) {
            return null;
        }
        double perStep = (now - firstNanos) / 1e9 / (step - firstStep);
        return Math.round(perStep * (steps - step));
    }
}
