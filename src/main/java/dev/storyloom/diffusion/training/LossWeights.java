package dev.storyloom.diffusion.training;

import dev.storyloom.diffusion.scheduler.NoiseSchedule;
import dev.storyloom.diffusion.scheduler.Prediction;
import dev.storyloom.diffusion.scheduler.Scheduler;

/**
 * How the squared errors of a batch's rows add up to the loss.
 *
 * @param rows  a factor for each row of the batch; null where all count alike
 * @param prior factor of the second half of the rows, which are class pictures; NaN where there are none
 * @param parts batches whose losses together make one update
 */
public record LossWeights(double[] rows, double prior, int parts) {

    public static final LossWeights EVEN = new LossWeights(null, Double.NaN, 1);

    /**
     * As a training asks for: min-SNR weighs the character's rows alone, each by its own timestep, EDM all rows. (The
     * reference's script stops with several class pictures in a batch, and averages the weights with one.)
     */
    static LossWeights of(TrainingOptions options, Scheduler scheduler, int[] timesteps) {
        TrainingMethod method = options.method();
        var rows = new double[timesteps.length];
        for (int row = 0; row < rows.length; row++) {
            boolean clipped = method.minSnrGamma() > 0 && row < options.batchSize();
            rows[row] = clipped
                    ? minSnr(scheduler.noiseSchedule(), scheduler.prediction(), timesteps[row], method.minSnrGamma())
                    : method.edm() ? edm(scheduler.noiseSchedule(), scheduler.prediction(), timesteps[row]) : 1;
        }
        double prior = options.preservesPrior() ? options.priorWeight() : Double.NaN;
        return new LossWeights(rows, prior, method.accumulation());
    }

    public LossWeights withRows(double[] factors) {
        return new LossWeights(factors, prior, parts);
    }

    public LossWeights withPrior(double factor) {
        return new LossWeights(rows, factor, parts);
    }

    public LossWeights withParts(int count) {
        return new LossWeights(rows, prior, count);
    }

    boolean preservesPrior() {
        return !Double.isNaN(prior);
    }

    /**
     * min(snr, gamma) / snr (Hang et al. 2023), 1 where there is nothing but noise; one more for velocity, as the
     * reference's script has it.
     */
    public static double minSnr(NoiseSchedule schedule, Prediction prediction, int timestep, double gamma) {
        double snr = schedule.snr(timestep);
        return (snr <= gamma ? 1 : gamma / snr) + (prediction == Prediction.VELOCITY ? 1 : 0);
    }

    /**
     * The 1/sigma² weight of the clean latents' error, as a weight of the prediction's own error. With sigma² =
     * (1 - a)/a, where a is the product of alphas, the denoised latents are noisy - sigma · noise, so for noise the two
     * cancel; for velocity a is left over.
     */
    public static double edm(NoiseSchedule schedule, Prediction prediction, int timestep) {
        return prediction == Prediction.EPSILON ? 1 : schedule.alphaCumprod(timestep);
    }
}
