package dev.storyloom.diffusion.bench;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** Runs tasks again and again, alone or in turn with another program. */
public final class Benchmark {

    private static final Path STATUS = Path.of("/proc/self/status");
    private static final double MILLION = 1e6;
    /** Idle threads of a program that has just worked may spin for a while; the other one waits this long. */
    private static final long REST_MILLIS = 30;

    private final int warmUps;
    private final int repetitions;

    public Benchmark(int warmUps, int repetitions) {
        this.warmUps = warmUps;
        this.repetitions = repetitions;
    }

    public Measurement measure(Task task) {
        return measure(task, null);
    }

    /** {@code rival}: measured after each repetition, or null. */
    public Measurement measure(Task task, Rival rival) {
        var times = new double[repetitions];
        var others = new double[rival == null ? 0 : repetitions];
        for (int i = -warmUps; i < repetitions; i++) {
            long start = System.nanoTime();
            task.run();
            double own = (System.nanoTime() - start) / MILLION;
            double other = rival == null ? 0 : inTurn(rival);
            if (i >= 0) {
                times[i] = own;
            }
            if (i >= 0 && rival != null) {
                others[i] = other;
            }
        }
        return Measurement.of(task.name(), times, others, peak());
    }

    private static double inTurn(Rival rival) {
        try {
            Thread.sleep(REST_MILLIS);
            double time = rival.time();
            Thread.sleep(REST_MILLIS);
            return time;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    /** Most memory that this process has held (resident, Java and libtorch included), or -1. */
    static long peak() {
        try {
            return !Files.isReadable(STATUS) ? -1 : Files.readAllLines(STATUS).stream()
                    .filter(line -> line.startsWith("VmHWM:"))
                    .mapToLong(line -> Long.parseLong(line.replaceAll("\\D", "")) * 1024)
                    .findFirst().orElse(-1);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
