package dev.storyloom.diffusion.training;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.Shape;
import dev.storyloom.diffusion.scheduler.NoiseSchedule;
import dev.storyloom.diffusion.scheduler.Prediction;
import dev.storyloom.diffusion.tensor.Autograd;
import dev.storyloom.diffusion.tensor.GradMode;
import dev.storyloom.diffusion.tensor.Ops;
import dev.storyloom.diffusion.tensor.Scope;
import dev.storyloom.diffusion.unet.UNet;

/** Noise on latents, a prediction of it, and how wrong that is: the loss that a diffusion model is trained with. */
public final class DenoisingStep {

    private final UNet unet;
    private final NoiseSchedule schedule;
    private final Prediction prediction;

    /**
     * What one step is made of; with prior preservation the second half of the rows are class pictures.
     *
     * @param shape   of latents and noise, (B, C, h, w); both row-major, the latents scaled
     * @param conditioning one row for each of the latents
     */
    public record Batch(Shape shape, float[] latents, float[] noise, int[] timesteps, UNet.Conditioning conditioning) {
    }

    public DenoisingStep(UNet unet, NoiseSchedule schedule, Prediction prediction) {
        this.unet = unet;
        this.schedule = schedule;
        this.prediction = prediction;
    }

    /** The mean squared error over all rows, and its gradient added to all trainable parameters. */
    public double backward(NDManager owner, Batch batch) {
        try (var scope = Scope.open(); var on = GradMode.on()) {
            NDArray loss = Ops.mse(predict(owner, batch), owner.create(target(batch), batch.shape()));
            Autograd.backward(loss);
            return loss.getFloat();
        }
    }

    /** The error of the first half plus {@code priorWeight} times that of the second, likewise. */
    public double backwardWithPrior(NDManager owner, Batch batch, double priorWeight) {
        try (var scope = Scope.open(); var on = GradMode.on()) {
            var computed = predict(owner, batch).split(2, 0);
            var wanted = owner.create(target(batch), batch.shape()).split(2, 0);
            NDArray loss = Ops.mse(computed.get(0), wanted.get(0))
                    .add(Ops.mse(computed.get(1), wanted.get(1)).mul((float) priorWeight));
            Autograd.backward(loss);
            return loss.getFloat();
        }
    }

    /** The mean squared error alone: how well the model knows these pictures. */
    public double loss(NDManager owner, Batch batch) {
        try (var scope = Scope.open(); var off = GradMode.off()) {
            return Ops.mse(predict(owner, batch), owner.create(target(batch), batch.shape())).getFloat();
        }
    }

    private NDArray predict(NDManager owner, Batch batch) {
        var noisy = new float[batch.latents().length];
        var timesteps = new double[batch.timesteps().length];
        int row = noisy.length / timesteps.length;
        for (int i = 0; i < noisy.length; i++) {
            int t = batch.timesteps()[i / row];
            timesteps[i / row] = t;
            noisy[i] = (float) schedule.signal(t) * batch.latents()[i] + (float) schedule.noise(t) * batch.noise()[i];
        }
        return unet.forward(owner.create(noisy, batch.shape()), timesteps, batch.conditioning());
    }

    private float[] target(Batch batch) {
        if (prediction == Prediction.EPSILON) {
            return batch.noise();
        }
        var velocity = new float[batch.noise().length];
        int row = velocity.length / batch.timesteps().length;
        for (int i = 0; i < velocity.length; i++) {
            int t = batch.timesteps()[i / row];
            velocity[i] = (float) (schedule.signal(t) * batch.noise()[i] - schedule.noise(t) * batch.latents()[i]);
        }
        return velocity;
    }
}
