package dev.storyloom.diffusion.training;

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
 */
public record TrainingOptions(String instancePrompt, String classPrompt, int classImages, int steps, int batchSize,
        int rank, double learningRate, double priorWeight, long seed, int resolution, int checkpointEvery,
        int sampleEvery, String samplePrompt) {

    public TrainingOptions {
        require(instancePrompt != null && !instancePrompt.isBlank(), "the prompt must not be empty");
        require(steps >= 1 && batchSize >= 1 && rank >= 1 && rank <= 512, "steps, batch and rank must be positive");
        require(learningRate > 0 && learningRate < 1, "the learning rate must lie between 0 and 1");
        require(priorWeight >= 0, "the weight of the prior must not be negative");
        require(resolution >= 0, "the resolution must not be negative");
        require(checkpointEvery >= 0 && sampleEvery >= 0, "intervals must not be negative");
        require(classPrompt == null || classImages >= 1, "prior preservation needs class pictures");
    }

    /** For the bundled model: a few minutes on two cores. */
    public static TrainingOptions quick(String token, String classNoun) {
        String subject = token + " " + classNoun;
        return new TrainingOptions("a picture of " + subject, "a picture of a " + classNoun, 16, 400, 2, 8, 5e-4, 1,
                42, 0, 50, 0, "a picture of " + subject);
    }

    public boolean preservesPrior() {
        return classPrompt != null;
    }

    public TrainingOptions withSteps(int value) {
        return new TrainingOptions(instancePrompt, classPrompt, classImages, value, batchSize, rank, learningRate,
                priorWeight, seed, resolution, checkpointEvery, sampleEvery, samplePrompt);
    }

    public TrainingOptions withSamples(int every, String prompt) {
        return new TrainingOptions(instancePrompt, classPrompt, classImages, steps, batchSize, rank, learningRate,
                priorWeight, seed, resolution, checkpointEvery, every, prompt);
    }

    private static void require(boolean condition, String reason) {
        if (!condition) {
            throw new IllegalArgumentException(reason);
        }
    }
}
