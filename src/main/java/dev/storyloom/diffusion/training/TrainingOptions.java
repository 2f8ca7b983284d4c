package dev.storyloom.diffusion.training;

import dev.storyloom.diffusion.training.TrainingMethod.Prior;

/**
 * What a training is asked to do.
 *
 * @param instancePrompt  what every photo shows, with the character's rare word: {@code a photo of sks fox}
 * @param classPrompt     what others of its kind are: {@code a photo of fox}; null for no prior preservation
 * @param classImages     pictures of others that the model makes itself
 * @param steps           updates in all
 * @param batchSize       photos in an update; as many class pictures come beside them
 * @param priorWeight     weight of the class pictures' loss
 * @param resolution      side of the square pictures in pixels, or 0 for the model's own size
 * @param checkpointEvery updates between checkpoints; 0 for none but the last of each call
 * @param sampleEvery     updates between sample pictures; 0 for none
 * @param samplePrompt    what they show: the character as a page would, for that is what the training is for
 * @param repeats         how often each photo is taken, each time with a crop of its own; all but the first come up to a
 *                        quarter nearer, so that a few photos teach the character and not their framing
 * @param method          loss, adapter, rates and framing, where they are not the plain ones
 * @param examineEvery    updates between examinations, of which the best one's LoRA is kept; 0 for none: the last is kept
 */
public record TrainingOptions(String instancePrompt, String classPrompt, int classImages, int steps, int batchSize,
        int rank, double learningRate, double priorWeight, long seed, int resolution, int checkpointEvery,
        int sampleEvery, String samplePrompt, int repeats, TrainingMethod method, int examineEvery) {

    public TrainingOptions {
        require(instancePrompt != null && !instancePrompt.isBlank(), "the prompt must not be empty");
        require(steps >= 1 && batchSize >= 1 && rank >= 1 && rank <= 512, "steps, batch and rank must be positive");
        require(learningRate > 0 && learningRate < 1, "the learning rate must lie between 0 and 1");
        require(priorWeight >= 0, "the weight of the prior must not be negative");
        require(resolution >= 0, "the resolution must not be negative");
        require(checkpointEvery >= 0 && sampleEvery >= 0 && examineEvery >= 0, "intervals must not be negative");
        require(repeats >= 1, "each photo must be taken once at least");
        require(classPrompt == null || classImages >= (method.prior() == TrainingMethod.Prior.PREDICTIONS ? 0 : 1),
                "prior preservation needs class pictures");
    }

    /** Each photo once, as the reference takes them where nothing else is said. */
    public TrainingOptions(String instancePrompt, String classPrompt, int classImages, int steps, int batchSize,
            int rank, double learningRate, double priorWeight, long seed, int resolution, int checkpointEvery,
            int sampleEvery, String samplePrompt) {
        this(instancePrompt, classPrompt, classImages, steps, batchSize, rank, learningRate, priorWeight, seed,
                resolution, checkpointEvery, sampleEvery, samplePrompt, 1);
    }

    /** The plain method. */
    public TrainingOptions(String instancePrompt, String classPrompt, int classImages, int steps, int batchSize,
            int rank, double learningRate, double priorWeight, long seed, int resolution, int checkpointEvery,
            int sampleEvery, String samplePrompt, int repeats) {
        this(instancePrompt, classPrompt, classImages, steps, batchSize, rank, learningRate, priorWeight, seed,
                resolution, checkpointEvery, sampleEvery, samplePrompt, repeats, TrainingMethod.PLAIN, 0);
    }

    /**
     * For the bundled model: about a minute and a half on two cores. Measured by {@code storyloom likeness} on the sample's
     * character: after 120 steps its unseen photos have four fifths of the loss they had, and more steps bring nothing;
     * those of another character keep theirs. The text encoders learn too, for to them alone the rare word means
     * something of its own (decision 0013).
     */
    public static TrainingOptions quick(String token, String classNoun) {
        String subject = token + " " + classNoun;
        return new TrainingOptions("a picture of " + subject, "a picture of a " + classNoun, 0, 120, 3, 16, 2e-3, 0.6,
                42, 128, 40, 0, subject + " standing in the meadow by day", 6,
                TrainingMethod.PLAIN.withPrior(Prior.PREDICTIONS).withTextEncoders(2e-3), 20);
    }

    public boolean preservesPrior() {
        return classPrompt != null;
    }

    boolean keepsPredictions() {
        return preservesPrior() && method.prior() == TrainingMethod.Prior.PREDICTIONS;
    }

    public TrainingOptions withSteps(int value) {
        return new TrainingOptions(instancePrompt, classPrompt, classImages, value, batchSize, rank, learningRate,
                priorWeight, seed, resolution, checkpointEvery, sampleEvery, samplePrompt, repeats, method, examineEvery);
    }

    public TrainingOptions withSamples(int every, String prompt) {
        return new TrainingOptions(instancePrompt, classPrompt, classImages, steps, batchSize, rank, learningRate,
                priorWeight, seed, resolution, checkpointEvery, every, prompt, repeats, method, examineEvery);
    }

    public TrainingOptions withRepeats(int value) {
        return new TrainingOptions(instancePrompt, classPrompt, classImages, steps, batchSize, rank, learningRate,
                priorWeight, seed, resolution, checkpointEvery, sampleEvery, samplePrompt, value, method, examineEvery);
    }

    public TrainingOptions withMethod(TrainingMethod value) {
        return new TrainingOptions(instancePrompt, classPrompt, classImages, steps, batchSize, rank, learningRate,
                priorWeight, seed, resolution, checkpointEvery, sampleEvery, samplePrompt, repeats, value, examineEvery);
    }

    public TrainingOptions withExaminations(int every) {
        return new TrainingOptions(instancePrompt, classPrompt, classImages, steps, batchSize, rank, learningRate,
                priorWeight, seed, resolution, checkpointEvery, sampleEvery, samplePrompt, repeats, method, every);
    }

    private static void require(boolean condition, String reason) {
        if (!condition) {
            throw new IllegalArgumentException(reason);
        }
    }
}
