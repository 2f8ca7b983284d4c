package dev.storyloom.pretrain;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Instant;
import java.util.Locale;

/** Running means of a stage's losses, a line every so many updates, kept in a file beside the checkpoint. */
final class TrainingLog {
    private final Path file;
    private final PrintStream out;
    private final long started = System.nanoTime();
    private long samples;
    private double sum;
    private int count;

    TrainingLog(Path file, PrintStream out) {
        this.file = file;
        this.out = out;
    }

    void add(double loss, int batch) {
        sum += loss;
        count++;
        samples += batch;
    }

    /** Samples a second since the start of this run. */
    double rate() {
        return samples / ((System.nanoTime() - started) / 1e9);
    }

    void line(int update, int updates, String more) throws IOException {
        String line = String.format(Locale.ROOT, "%s update %d/%d loss %.5f %.1f samples/s %s%n",
                Instant.now().toString().substring(0, 19), update, updates, sum / Math.max(1, count), rate(), more);
        out.print(line);
        Files.writeString(file, line, StandardCharsets.UTF_8, StandardOpenOption.CREATE, StandardOpenOption.APPEND);
        sum = 0;
        count = 0;
    }
}
