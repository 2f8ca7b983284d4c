package dev.storyloom.diffusion.training;

/**
 * How a training differs from the plain one, in which every choice is as train_dreambooth_lora_sdxl of diffusers makes
 * it where nothing is said.
 *
 * @param minSnrGamma      clips the weight of timesteps with little noise (Hang et al. 2023), 5 as a rule; 0: all alike
 * @param edm              weighs errors of the clean latents by 1/sigma² (Karras et al. 2022); for a model that
 *                         predicts noise this is the plain loss, see {@link LossWeights}
 * @param dora             trains the lengths of the weights' rows too (Liu et al. 2024)
 * @param textEncoders     trains both text encoders too; their prompts are then encoded in every step
 * @param textLearningRate the text encoders' own rate
 * @param accumulation     batches in one update
 * @param prior            what prior preservation holds on to
 */
public record TrainingMethod(double minSnrGamma, boolean edm, boolean dora, boolean textEncoders,
        double textLearningRate, int accumulation, LearningRateSchedule schedule, Crop.Framing framing, Prior prior) {

    public static final TrainingMethod PLAIN = new TrainingMethod(0, false, false, false, 5e-6, 1,
            LearningRateSchedule.CONSTANT, Crop.Framing.RANDOM, Prior.PICTURES);

    /** What prior preservation holds on to. */
    public enum Prior {
        /** The class pictures, which the LoRA learns beside the photos (Ruiz et al. 2022, as the reference does). */
        PICTURES,
        /**
         * The model's own predictions under the class prompt, for the class pictures and for the photos too (learning
         * without forgetting, Li and Hoiem 2016). What the photos teach then hangs on the character's word: pictures
         * of others stay as they were, and not even their likeness to photographs changes.
         */
        PREDICTIONS
    }

    public TrainingMethod {
        require(minSnrGamma >= 0, "the gamma of min-SNR must not be negative");
        require(minSnrGamma == 0 || !edm, "min-SNR and EDM weigh the loss differently; choose one");
        require(textLearningRate > 0 && textLearningRate < 1, "the text encoders' rate must lie between 0 and 1");
        require(accumulation >= 1, "an update needs a batch");
    }

    public TrainingMethod withMinSnr(double gamma) {
        return new TrainingMethod(gamma, edm, dora, textEncoders, textLearningRate, accumulation, schedule, framing,
                prior);
    }

    public TrainingMethod withEdm() {
        return new TrainingMethod(minSnrGamma, true, dora, textEncoders, textLearningRate, accumulation, schedule,
                framing, prior);
    }

    public TrainingMethod withDora() {
        return new TrainingMethod(minSnrGamma, edm, true, textEncoders, textLearningRate, accumulation, schedule,
                framing, prior);
    }

    public TrainingMethod withTextEncoders(double rate) {
        return new TrainingMethod(minSnrGamma, edm, dora, true, rate, accumulation, schedule, framing,
                prior);
    }

    public TrainingMethod withAccumulation(int batches) {
        return new TrainingMethod(minSnrGamma, edm, dora, textEncoders, textLearningRate, batches, schedule, framing,
                prior);
    }

    public TrainingMethod withSchedule(LearningRateSchedule rates) {
        return new TrainingMethod(minSnrGamma, edm, dora, textEncoders, textLearningRate, accumulation, rates, framing,
                prior);
    }

    public TrainingMethod withFraming(Crop.Framing frames) {
        return new TrainingMethod(minSnrGamma, edm, dora, textEncoders, textLearningRate, accumulation, schedule,
                frames, prior);
    }

    public TrainingMethod withPrior(Prior keeps) {
        return new TrainingMethod(minSnrGamma, edm, dora, textEncoders, textLearningRate, accumulation, schedule, framing,
                keeps);
    }

    private static void require(boolean condition, String reason) {
        if (!condition) {
            throw new IllegalArgumentException(reason);
        }
    }
}
