package dev.storyloom.diffusion.training;

import java.util.Arrays;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.Shape;
import dev.storyloom.diffusion.scheduler.NoiseSchedule;
import dev.storyloom.diffusion.scheduler.Prediction;
import dev.storyloom.diffusion.tensor.Autograd;
import dev.storyloom.diffusion.tensor.GradMode;
import dev.storyloom.diffusion.tensor.Ops;
import dev.storyloom.diffusion.tensor.Precision;
import dev.storyloom.diffusion.tensor.Recomputation;
import dev.storyloom.diffusion.tensor.Scope;
import dev.storyloom.diffusion.unet.UNet;

/** Noise on latents, a prediction of it, and how wrong that is: the loss that a diffusion model is trained with. */
public final class DenoisingStep {

    private final UNet unet;
    private final NoiseSchedule schedule;
    private final Prediction prediction;
    private final boolean recomputes;
    private final LossScale lossScale;

    /**
     * What one step is made of; with prior preservation the second half of the rows are class pictures.
     *
     * @param shape   of latents and noise, (B, C, h, w); both row-major, the latents scaled
     * @param conditioning one row for each of the latents
     * @param kept   what the model shall go on predicting for the last rows, as {@link #prediction} gave it; empty where
     *               every row's target is its noise
     */
    public record Batch(Shape shape, float[] latents, float[] noise, int[] timesteps, UNet.Conditioning conditioning,
            float[] kept) {

        public Batch(Shape shape, float[] latents, float[] noise, int[] timesteps, UNet.Conditioning conditioning) {
            this(shape, latents, noise, timesteps, conditioning, new float[0]);
        }

        Batch keeping(float[] predicted) {
            return new Batch(shape, latents, noise, timesteps, conditioning, predicted);
        }
    }

    public DenoisingStep(UNet unet, NoiseSchedule schedule, Prediction prediction) {
        this(unet, schedule, prediction, false, LossScale.of(Precision.FLOAT32));
    }

    /** {@code recomputes}: saves memory for time (gradient checkpointing); the text's own graph gets no gradients then. */
    DenoisingStep(UNet unet, NoiseSchedule schedule, Prediction prediction, boolean recomputes, LossScale lossScale) {
        this.recomputes = recomputes;
        this.lossScale = lossScale;
        this.unet = unet;
        this.schedule = schedule;
        this.prediction = prediction;
    }

    /** The weighed mean squared error; its gradient, of this batch's part in the update, is added to all parameters. */
    public double backward(NDManager owner, Batch batch, LossWeights weights) {
        if (recomputes) {
            return recomputed(owner, batch, weights);
        }
        try (var scope = Scope.open(); var on = GradMode.on()) {
            NDArray loss = loss(owner, predict(owner, batch), batch, weights);
            Autograd.backward(scaled(loss, weights));
            return loss.getFloat();
        }
    }

    private double recomputed(NDManager owner, Batch batch, LossWeights weights) {
        try (var scope = Scope.open(); var recomputation = new Recomputation(); var on = GradMode.on()) {
            NDArray latents = owner.create(noisy(batch), batch.shape());
            NDArray computed = unet.forward(latents, timesteps(batch), batch.conditioning(), recomputation);
            NDArray leaf = Autograd.leaf(computed);
            NDArray loss = loss(owner, leaf, batch, weights);
            Autograd.backward(scaled(loss, weights));
            recomputation.backward(computed, Autograd.grad(leaf));
            return loss.getFloat();
        }
    }

    private NDArray scaled(NDArray loss, LossWeights weights) {
        double factor = lossScale.now() / weights.parts();
        return factor == 1 ? loss : loss.mul((float) factor);
    }

    private NDArray loss(NDManager owner, NDArray computed, Batch batch, LossWeights weights) {
        NDArray wanted = owner.create(target(batch), batch.shape());
        if (!weights.preservesPrior()) {
            return error(computed, wanted, weights.rows());
        }
        var computedHalves = computed.split(2, 0);
        var wantedHalves = wanted.split(2, 0);
        double[] rows = weights.rows();
        double[] own = rows == null ? null : Arrays.copyOf(rows, rows.length / 2);
        double[] others = rows == null ? null : Arrays.copyOfRange(rows, rows.length / 2, rows.length);
        return error(computedHalves.get(0), wantedHalves.get(0), own)
                .add(error(computedHalves.get(1), wantedHalves.get(1), others).mul((float) weights.prior()));
    }

    private static NDArray error(NDArray computed, NDArray wanted, double[] rows) {
        if (rows == null || Arrays.stream(rows).allMatch(row -> row == 1)) {
            return Ops.mse(computed, wanted);
        }
        var factors = new float[rows.length];
        for (int i = 0; i < rows.length; i++) {
            factors[i] = (float) rows[i];
        }
        NDArray column = computed.getManager().create(factors, new Shape(rows.length, 1, 1, 1));
        return computed.sub(wanted).square().mul(column).mean();
    }

    /** The mean squared error alone: how well the model knows these pictures. */
    public double loss(NDManager owner, Batch batch) {
        try (var scope = Scope.open(); var off = GradMode.off()) {
            return Ops.mse(predict(owner, batch), owner.create(target(batch), batch.shape())).getFloat();
        }
    }

    /** What the model predicts for {@code batch} as it is now. */
    float[] prediction(NDManager owner, Batch batch) {
        try (var scope = Scope.open(); var off = GradMode.off()) {
            return predict(owner, batch).toFloatArray();
        }
    }

    /**
     * Likewise, amid a training: a LoRA comes to lie beside the weights after each of these, so that packing them anew
     * each time would cost more than packed ones save.
     */
    float[] predictionWhileLearning(NDManager owner, Batch batch) {
        // No weight wants a gradient here, so that no graph is made; but none is packed.
        try (var scope = Scope.open(); var on = GradMode.on()) {
            return predict(owner, batch).toFloatArray();
        }
    }

    private NDArray predict(NDManager owner, Batch batch) {
        return unet.forward(owner.create(noisy(batch), batch.shape()), timesteps(batch), batch.conditioning());
    }

    private static double[] timesteps(Batch batch) {
        return Arrays.stream(batch.timesteps()).asDoubleStream().toArray();
    }

    /** The latents with each row's noise at its timestep. */
    private float[] noisy(Batch batch) {
        var noisy = new float[batch.latents().length];
        int row = noisy.length / batch.timesteps().length;
        for (int i = 0; i < noisy.length; i++) {
            int t = batch.timesteps()[i / row];
            noisy[i] = (float) schedule.signal(t) * batch.latents()[i] + (float) schedule.noise(t) * batch.noise()[i];
        }
        return noisy;
    }

    /** What the model shall predict for {@code batch}. */
    float[] target(Batch batch) {
        float[] target = denoised(batch);
        if (batch.kept().length > 0) {
            target = target.clone();
            System.arraycopy(batch.kept(), 0, target, target.length - batch.kept().length, batch.kept().length);
        }
        return target;
    }

    /** What the model shall predict: the noise, or the velocity (Salimans and Ho 2022). */
    private float[] denoised(Batch batch) {
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
