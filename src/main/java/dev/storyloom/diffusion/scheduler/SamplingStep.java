package dev.storyloom.diffusion.scheduler;

/**
 * The numbers of one sampling step. With the model called on {@code inputScale * sample} at {@code timestep}:
 * <pre>
 *   prediction = predictionFromSample * sample + predictionFromOutput * output        (of the clean picture)
 *   next       = keep * sample + sum over k of history[k] * prediction of k steps ago + freshNoise * eps
 * </pre>
 *
 * @param signal share of a clean picture in the sample that this step starts from (image to image)
 * @param noise  share of unit noise in it
 */
public record SamplingStep(double timestep, double inputScale, double signal, double noise,
        double predictionFromSample, double predictionFromOutput, double keep, double[] history, double freshNoise) {
}
