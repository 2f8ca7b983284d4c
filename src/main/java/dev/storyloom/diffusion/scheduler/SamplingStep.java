package dev.storyloom.diffusion.scheduler;

/**
 * The numbers of one sampling step. With the model called on {@code inputScale * sample} at {@code timestep}:
 * <pre>
 *   prediction = predictionFromSample * sample + predictionFromOutput * output        (of the clean picture)
 *   sample     = what the correction says, where there is one
 *   next       = keep * sample + sum over k of history[k] * prediction of k steps ago + freshNoise * eps
 * </pre>
 *
 * @param signal share of a clean picture in the sample that this step starts from (image to image)
 * @param noise  share of unit noise in it
 */
public record SamplingStep(double timestep, double inputScale, double signal, double noise,
        double predictionFromSample, double predictionFromOutput, Correction correction, double keep, double[] history,
        double freshNoise) {

    /**
     * A second look at how this sample came about, now that the model has seen it:
     * {@code sample = fromLast * (sample of the step before) + sum over k of history[k] * prediction of k steps ago}.
     */
    public record Correction(double fromLast, double[] history) {

        static final Correction NONE = new Correction(0, new double[0]);
    }

    /** A step on samples whose variance grows: sample = x0 + sigma eps. */
    static SamplingStep exploding(double timestep, double sigma, Prediction prediction) {
        return at(timestep, 1 / Math.sqrt(sigma * sigma + 1), 1, sigma, prediction);
    }

    /** A step on samples of unit variance: sample = signal x0 + noise eps, the squares adding up to 1. */
    static SamplingStep preserving(double timestep, double signal, double noise, Prediction prediction) {
        return at(timestep, 1, signal, noise, prediction);
    }

    private static SamplingStep at(double timestep, double inputScale, double signal, double noise,
            Prediction prediction) {
        double square = inputScale == 1 ? 1 : noise * noise + signal * signal;
        double fromSample = prediction == Prediction.EPSILON ? 1 / signal : signal / square;
        double fromOutput = prediction == Prediction.EPSILON ? -noise / signal : -noise / Math.sqrt(square);
        return new SamplingStep(timestep, inputScale, signal, noise, fromSample, fromOutput, Correction.NONE, 1,
                new double[0], 0);
    }

    /** This step with its way to the next sample. */
    SamplingStep to(double keep, double freshNoise, double... history) {
        return new SamplingStep(timestep, inputScale, signal, noise, predictionFromSample, predictionFromOutput,
                correction, keep, history, freshNoise);
    }

    SamplingStep predicting(double fromSample, double fromOutput) {
        return new SamplingStep(timestep, inputScale, signal, noise, fromSample, fromOutput, correction, keep, history,
                freshNoise);
    }

    SamplingStep corrected(Correction correction) {
        return new SamplingStep(timestep, inputScale, signal, noise, predictionFromSample, predictionFromOutput,
                correction, keep, history, freshNoise);
    }

    boolean isCorrected() {
        return correction.history().length > 0;
    }

    /** How many predictions back this step looks, its own one included. */
    int reach() {
        return Math.max(history.length, correction.history().length);
    }
}
