package dev.storyloom.diffusion.pipeline;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.Shape;
import dev.storyloom.diffusion.scheduler.Sampler;
import dev.storyloom.diffusion.scheduler.SamplingStep;
import dev.storyloom.diffusion.tensor.Ops;
import dev.storyloom.diffusion.tensor.Scope;
import dev.storyloom.diffusion.unet.UNet;
import java.util.Arrays;
import java.util.List;

/** One run: from the latents it starts with to the latents of its pictures. */
final class Denoising {
    private final UNet unet;
    private final UNet.Conditioning conditioning;
    private final Batch batch;
    private final Schedule schedule;
    private final NDManager work;

    Denoising(UNet unet, UNet.Conditioning conditioning, Batch batch, Schedule schedule, NDManager work) {
        this.unet = unet;
        this.conditioning = conditioning;
        this.batch = batch;
        this.schedule = schedule;
        this.work = work;
    }

    float[] run(float[] start, Draws draws, StepListener listener, Cancellation cancellation) {
        var sampler = new Sampler(schedule.plan());
        float[] latents = start;
        for (int step = 1; sampler.hasNext(); step++) {
            cancellation.check();
            double timestep = sampler.next().timestep();
            float[] output = predict(sampler.input(latents), sampler.next());
            int which = schedule.first() + step;
            latents = sampler.step(latents, output, () -> batch.draw(draws, which));
            listener.latents(step, timestep, latents);
            listener.step(step, schedule.steps());
        }
        return latents;
    }

    /** The U-Net's output, guided away from the negative half where there is one. */
    private float[] predict(float[] input, SamplingStep step) {
        try (var scope = Scope.open()) {
            NDArray x = work.create(input, batch.shape());
            if (!batch.guided()) {
                return unet.forward(x, timesteps(step, batch.size()), conditioning).toFloatArray();
            }
            var halves = unet.forward(Ops.concat(List.of(x, x), 0), timesteps(step, 2 * batch.size()), conditioning)
                    .split(2, 0);
            NDArray guidance = halves.get(1).sub(halves.get(0)).mul((float) batch.common().guidanceScale());
            float[] guided = halves.get(0).add(guidance).toFloatArray();
            double rescale = batch.options().guidanceRescale();
            return rescale == 0 ? guided : rescaled(guided, halves.get(1).toFloatArray(), rescale);
        }
    }

    private static double[] timesteps(SamplingStep step, int rows) {
        var timesteps = new double[rows];
        Arrays.fill(timesteps, step.timestep());
        return timesteps;
    }

    /** Brings each picture's prediction back towards the spread of the one that its words alone gave. */
    private float[] rescaled(float[] guided, float[] positive, double share) {
        int size = guided.length / batch.size();
        var result = new float[guided.length];
        for (int row = 0; row < batch.size(); row++) {
            int from = row * size;
            double ratio = spread(positive, from, size) / spread(guided, from, size);
            for (int i = from; i < from + size; i++) {
                result[i] = (float) (share * guided[i] * ratio + (1 - share) * guided[i]);
            }
        }
        return result;
    }

    /** Standard deviation; the two that are compared are of equally many numbers. */
    private static double spread(float[] values, int from, int size) {
        double sum = 0;
        double squares = 0;
        for (int i = from; i < from + size; i++) {
            sum += values[i];
            squares += (double) values[i] * values[i];
        }
        return Math.sqrt(Math.max(squares / size - sum / size * (sum / size), 0));
    }

    /** Pure noise as strong as the schedule starts with. */
    static float[] fromNoise(float[] noise, double strength) {
        float[] latents = noise.clone();
        for (int i = 0; i < latents.length; i++) {
            latents[i] *= (float) strength;
        }
        return latents;
    }

    /** A picture's latents with so much noise as the first step expects. */
    static float[] noised(float[] latents, float[] noise, SamplingStep first) {
        var noised = new float[latents.length];
        for (int i = 0; i < noised.length; i++) {
            noised[i] = (float) (first.signal() * latents[i] + first.noise() * noise[i]);
        }
        return noised;
    }

    /** One picture's latents for all pictures of a batch. */
    static float[] repeated(float[] row, Shape shape) {
        var all = new float[(int) shape.size()];
        for (int from = 0; from < all.length; from += row.length) {
            System.arraycopy(row, 0, all, from, row.length);
        }
        return all;
    }
}
