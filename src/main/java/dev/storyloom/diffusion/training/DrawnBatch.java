package dev.storyloom.diffusion.training;

import ai.djl.ndarray.types.Shape;
import dev.storyloom.diffusion.unet.UNet;
import dev.storyloom.diffusion.vae.LatentScaling;
import java.util.Arrays;

/**
 * What is drawn for one batch, its prompts left aside: a function of the seed and of the batch's number alone. With prior
 * preservation the second half of the rows are the pictures of others.
 *
 * @param shape   of latents and noise, (B, C, h, w); both row-major, the latents scaled
 * @param timeIds one row for each of the latents
 */
record DrawnBatch(Shape shape, float[] latents, float[] noise, int[] timesteps, double[][] timeIds) {

    /** {@code scaling}: the VAE's; {@code length}: timesteps in the noise schedule. */
    static DrawnBatch of(Preparation.Prepared prepared, TrainingOptions options, long number, LatentScaling scaling,
            int length) {
        EncodedPhotos character = prepared.character();
        int rows = options.batchSize() * (options.preservesPrior() ? 2 : 1);
        int size = character.latentSize();
        var draws = new SeededDraws(options.seed(), "step", number);
        var latents = new float[rows * size];
        var timeIds = new double[rows][];
        var timesteps = new int[rows];
        for (int row = 0; row < rows; row++) {
            boolean other = row >= options.batchSize();
            EncodedPhotos source = other ? prepared.others() : character;
            long place = number * options.batchSize() + row % options.batchSize();
            int index = picture(options.seed(), other ? "class order" : "order", place, source.count());
            float[] drawn = source.latents(index, draws.normal(size), scaling);
            System.arraycopy(drawn, 0, latents, row * size, size);
            // Class pictures are told their neighbour's size and cut, as the reference tells them.
            timeIds[row] = other ? timeIds[row - options.batchSize()] : source.timeIds(index);
            timesteps[row] = draws.nextInt(length);
        }
        long[] one = character.latentShape();
        Shape shape = new Shape(rows, one[1], one[2], one[3]);
        return new DrawnBatch(shape, latents, draws.normal(latents.length), timesteps, timeIds);
    }

    /** Goes through all pictures in a new order each time. */
    private static int picture(long seed, String purpose, long place, int count) {
        return new SeededDraws(seed, purpose, place / count).order(count)[(int) (place % count)];
    }

    /** The second half of the rows. */
    DrawnBatch others() {
        int rows = timesteps.length / 2;
        int from = latents.length / 2;
        return new DrawnBatch(new Shape(rows, shape.get(1), shape.get(2), shape.get(3)),
                Arrays.copyOfRange(latents, from, latents.length), Arrays.copyOfRange(noise, from, noise.length),
                Arrays.copyOfRange(timesteps, rows, 2 * rows), Arrays.copyOfRange(timeIds, rows, 2 * rows));
    }

    DenoisingStep.Batch under(PromptRows prompts) {
        return new DenoisingStep.Batch(shape, latents, noise, timesteps,
                new UNet.Conditioning(prompts.context(), prompts.pooled(), timeIds));
    }
}
