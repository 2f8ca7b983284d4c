package dev.storyloom.cli;

import java.io.PrintWriter;
import java.time.Duration;
import java.util.function.LongSupplier;

/** A line at the start, at the end and every ten seconds between, for logs and pipes. */
final class ProgressLines implements Progress {

    private static final long PAUSE = Duration.ofSeconds(10).toNanos();

    private final PrintWriter out;
    private final LongSupplier clock;
    private String task;
    private int steps;
    private int first;
    private long began;
    private long told;

    ProgressLines(PrintWriter out, LongSupplier clock) {
        this.out = out;
        this.clock = clock;
    }

    @Override
    public void begin(String task, int steps) {
        this.task = task;
        this.steps = steps;
        this.first = -1;
        this.began = clock.getAsLong();
        this.told = began;
        tell("0/" + steps);
    }

    @Override
    public void step(int step, String remark) {
        long now = clock.getAsLong();
        if (first < 0) {
            // A resumed run starts somewhere in the middle; its speed counts from there.
            first = step;
            began = now;
        }
        if (step < steps && now - told < PAUSE) {
            return;
        }
        told = now;
        String more = remark.isEmpty() ? "" : ", " + remark;
        tell(step + "/" + steps + more + (step < steps && step > first ? ", " + left(step, now) : ""));
    }

    private String left(int step, long now) {
        long seconds = (long) ((now - began) / 1e9 * (steps - step) / (step - first));
        return Words.say("progress.left", String.format("%d:%02d", seconds / 60, seconds % 60));
    }

    private void tell(String what) {
        out.println(task + ": " + what);
        out.flush();
    }

    @Override
    public void close() {
        out.flush();
    }
}
