package dev.storyloom.diffusion.training;

import java.util.List;
import java.util.Map;

import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.Shape;
import dev.storyloom.diffusion.pipeline.StableDiffusionXl;
import dev.storyloom.diffusion.pipeline.TextEncoders;
import dev.storyloom.diffusion.tensor.GradMode;
import dev.storyloom.diffusion.tensor.Scope;
import dev.storyloom.diffusion.vae.LatentScaling;
import dev.storyloom.diffusion.vae.Vae;
import dev.storyloom.diffusion.weights.SafetensorsFile;

/**
 * All that training needs of some pictures and their common prompt: the VAE's mean and deviation of each one's latents,
 * its micro-conditioning, and the prompt's embeddings. Computed once, so that no encoder runs while training.
 */
record EncodedPhotos(long[] latentShape, float[] mean, float[] deviation, float[] timeIds, long[] contextShape,
        float[] context, float[] pooled) {

    static EncodedPhotos encode(StableDiffusionXl model, NDManager owner, List<Crop> crops, String prompt,
            Runnable afterEach) {
        var parts = new LatentParts(crops.size());
        var timeIds = new float[6 * crops.size()];
        try (var scope = Scope.open(); var off = GradMode.off()) {
            for (int i = 0; i < crops.size(); i++) {
                parts.put(i, model.vae(), owner, crops.get(i).picture());
                for (int k = 0; k < 6; k++) {
                    timeIds[6 * i + k] = (float) crops.get(i).timeIds()[k];
                }
                afterEach.run();
            }
            TextEncoders.Embeddings text = model.text().encode(owner, List.of(prompt), List.of(prompt));
            return new EncodedPhotos(parts.shape, parts.mean, parts.deviation, timeIds,
                    text.context().getShape().getShape(), text.context().toFloatArray(), text.pooled().toFloatArray());
        }
    }

    int count() {
        return timeIds.length / 6;
    }

    /** A fresh draw from picture {@code index}'s latents, scaled as the U-Net wants them. */
    float[] latents(int index, float[] normal, LatentScaling scaling) {
        var latents = new float[normal.length];
        int from = index * normal.length;
        int plane = (int) (latentShape[2] * latentShape[3]);
        for (int i = 0; i < latents.length; i++) {
            latents[i] = scaling.scaled(mean[from + i] + deviation[from + i] * normal[i], i / plane);
        }
        return latents;
    }

    double[] timeIds(int index) {
        var row = new double[6];
        for (int k = 0; k < 6; k++) {
            row[k] = timeIds[6 * index + k];
        }
        return row;
    }

    /** Numbers in one picture's latents. */
    int latentSize() {
        return mean.length / count();
    }

    void store(String prefix, Map<String, SealedFile.Tensor> tensors) {
        tensors.put(prefix + "mean", new SealedFile.Tensor(latentShape, mean));
        tensors.put(prefix + "deviation", new SealedFile.Tensor(latentShape, deviation));
        tensors.put(prefix + "time_ids", new SealedFile.Tensor(new long[] {count(), 6}, timeIds));
        tensors.put(prefix + "context", new SealedFile.Tensor(contextShape, context));
        tensors.put(prefix + "pooled", new SealedFile.Tensor(new long[] {1, pooled.length}, pooled));
    }

    static EncodedPhotos load(String prefix, SafetensorsFile file) {
        return new EncodedPhotos(file.tensors().get(prefix + "mean").shape(), file.floats(prefix + "mean"),
                file.floats(prefix + "deviation"), file.floats(prefix + "time_ids"),
                file.tensors().get(prefix + "context").shape(), file.floats(prefix + "context"),
                file.floats(prefix + "pooled"));
    }

    /** Latents of all pictures, side by side. */
    private static final class LatentParts {
        private final int count;
        private long[] shape;
        private float[] mean;
        private float[] deviation;

        LatentParts(int count) {
            this.count = count;
        }

        void put(int index, Vae vae, NDManager owner, Photo picture) {
            try (var scope = Scope.open()) {
                var image = owner.create(picture.normalised(), new Shape(1, 3, picture.height(), picture.width()));
                Vae.Posterior posterior = vae.encode(image);
                float[] one = posterior.mean().toFloatArray();
                if (mean == null) {
                    shape = posterior.mean().getShape().getShape().clone();
                    shape[0] = count;
                    mean = new float[count * one.length];
                    deviation = new float[count * one.length];
                }
                System.arraycopy(one, 0, mean, index * one.length, one.length);
                float[] std = posterior.logvar().mul(0.5f).exp().toFloatArray();
                System.arraycopy(std, 0, deviation, index * one.length, one.length);
            }
        }
    }
}
