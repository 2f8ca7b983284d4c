package dev.storyloom.character;

import dev.storyloom.job.JobRun;
import dev.storyloom.storage.BlobStore;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;

/** Tells the watchers of a job how a slice of training goes: ticks, the loss curve in pieces, samples, likeness. */
final class TrainingReport implements Lesson.Watcher {

    private static final long CURVE_NANOS = 2_000_000_000L;

    private final JobRun run;
    private final UUID characterId;
    private final BlobStore blobs;
    private final int from;
    private final int steps;
    private final List<Double> losses = new ArrayList<>();
    private int firstOfPiece;
    private int last;
    private long toldNanos = System.nanoTime();
    private long firstStepNanos;
    private int firstStep;

    TrainingReport(JobRun run, UUID characterId, BlobStore blobs, int from, int steps) {
        this.run = run;
        this.characterId = characterId;
        this.blobs = blobs;
        this.from = from;
        this.steps = steps;
    }

    @Override
    public void preparing(String what, double fraction) {
        run.progress(from, steps, new Tick(what, fraction, null));
    }

    @Override
    public void step(int step, int all, double loss) {
        long now = System.nanoTime();
        if (firstStep == 0) {
            firstStep = step;
            firstStepNanos = now;
        }
        if (losses.isEmpty()) {
            firstOfPiece = step;
        }
        last = step;
        losses.add(Math.round(loss * 1e4) / 1e4);
        run.progress(step, all, new Tick("learning", 0, losses.get(losses.size() - 1)));
        if (now - toldNanos >= CURVE_NANOS) {
            flush();
        }
    }

    @Override
    public void sample(int step, BufferedImage image) {
        blobs.put(Character.sampleKey(characterId, step), new ByteArrayInputStream(Jpeg.bytes(image)));
        run.event("sample", new SampleTold(step, "/characters/" + characterId + "/samples/" + step + ".jpg"));
    }

    @Override
    public void likeness(int step, double nearer) {
        run.event("likeness", new LikenessTold(step, (int) Math.round(100 * nearer)));
    }

    /** Writes the piece of the loss curve that has come together. */
    void flush() {
        if (!losses.isEmpty()) {
            run.event("loss", new LossTold(firstOfPiece, List.copyOf(losses)));
            losses.clear();
        }
        toldNanos = System.nanoTime();
    }

    /** How many steps fit into this time at the pace of this slice. */
    int stepsIn(double seconds, int fewest, int most) {
        double perStep = last > firstStep ? (System.nanoTime() - firstStepNanos) / 1e9 / (last - firstStep) : seconds;
        return (int) Math.max(fewest, Math.min(most, seconds / Math.max(perStep, 1e-3)));
    }

    /** The snapshot's detail: what is going on, how far that is (0 to 1), and the newest loss. */
    record Tick(String phase, double fraction, Double loss) {
    }

    /** A piece of the curve: the losses of consecutive steps. */
    record LossTold(int first, List<Double> values) {
    }

    /** How much nearer to the photos the painter is than at first, in hundredths. */
    record LikenessTold(int step, int nearer) {

        public String stepWords() {
            return Integer.toString(step);
        }

        public String nearerWords() {
            return Integer.toString(nearer);
        }
    }

    /** A picture that the half-learned character makes. */
    record SampleTold(int step, String url) {

        public String stepWords() {
            return Integer.toString(step);
        }
    }
}
