package dev.storyloom.diffusion.scheduler;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.function.Supplier;

/** Carries one sample through a {@link SamplingPlan}, on plain floats; for one run and one thread. */
public final class Sampler {

    private final SamplingPlan plan;
    private final Deque<float[]> predictions = new ArrayDeque<>();
    private final int reach;
    private float[] last;
    private int done;

    public Sampler(SamplingPlan plan) {
        this.plan = plan;
        this.reach = plan.steps().stream().mapToInt(SamplingStep::reach).max().orElse(1);
    }

    public boolean hasNext() {
        return done < plan.steps().size();
    }

    /** The step that comes next. */
    public SamplingStep next() {
        return plan.steps().get(done);
    }

    /** What the model is given. */
    public float[] input(float[] sample) {
        var input = new float[sample.length];
        float scale = (float) next().inputScale();
        for (int i = 0; i < input.length; i++) {
            input[i] = sample[i] * scale;
        }
        return input;
    }

    /** The sample after this step; {@code noise} is asked only where the algorithm draws fresh noise. */
    public float[] step(float[] sample, float[] output, Supplier<float[]> noise) {
        SamplingStep step = next();
        predictions.addFirst(combine(step.predictionFromSample(), sample, step.predictionFromOutput(), output));
        float[] from = sample;
        if (step.isCorrected()) {
            from = add(combine(step.correction().fromLast(), last, 0, last), step.correction().history());
        }
        float[] fresh = step.freshNoise() == 0 ? from : noise.get();
        float[] result = add(combine(step.keep(), from, step.freshNoise(), fresh), step.history());
        last = from;
        while (predictions.size() >= Math.max(reach, 2)) {
            predictions.removeLast();
        }
        done++;
        return result;
    }

    /** The model's present idea of the clean picture; known after the first step. */
    public float[] prediction() {
        return predictions.getFirst().clone();
    }

    private float[] add(float[] sample, double[] history) {
        float[] sum = sample;
        int ago = 0;
        for (float[] prediction : predictions) {
            if (ago < history.length) {
                sum = combine(1, sum, history[ago++], prediction);
            }
        }
        return sum;
    }

    private static float[] combine(double a, float[] x, double b, float[] y) {
        var sum = new float[x.length];
        for (int i = 0; i < sum.length; i++) {
            sum[i] = (float) (a * x[i] + b * y[i]);
        }
        return sum;
    }
}
