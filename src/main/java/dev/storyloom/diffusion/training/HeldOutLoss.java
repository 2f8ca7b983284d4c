package dev.storyloom.diffusion.training;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.Shape;
import dev.storyloom.diffusion.pipeline.LoraUse;
import dev.storyloom.diffusion.pipeline.StableDiffusionXl;
import dev.storyloom.diffusion.tensor.GradMode;
import dev.storyloom.diffusion.tensor.Scope;
import dev.storyloom.diffusion.tensor.Torch;
import dev.storyloom.diffusion.unet.UNet;
import java.nio.file.Path;
import java.util.List;

/**
 * How well a model, with or without a LoRA, knows pictures that training has not seen: the mean squared error of its
 * noise prediction, over noise and timesteps that are the same for every model compared.
 */
public final class HeldOutLoss {
    private static final int TIMESTEPS = 20;

    private HeldOutLoss() {}

    /** The mean over all {@code photos} under {@code prompt}, at 20 timesteps spread evenly over the schedule. */
    public static double of(StableDiffusionXl model, List<Path> photos, String prompt, List<LoraUse> loras, long seed) {
        return model.withLoras(loras, () -> {
            try (NDManager owner = Torch.newOwner("held out", model.device());
                    var scope = Scope.open();
                    var off = GradMode.off()) {
                var crops = photos.stream()
                        .map(photo -> Crop.of(
                                Photo.read(photo), model.defaultSize(), Crop.Framing.RANDOM,
                                new SeededDraws(seed, "crop", 0)))
                        .toList();
                return mean(model, EncodedPhotos.encode(model, owner, crops, prompt, () -> {}), owner, seed);
            }
        });
    }

    private static double mean(StableDiffusionXl model, EncodedPhotos photos, NDManager owner, long seed) {
        int length = model.scheduler().noiseSchedule().length();
        var step = new DenoisingStep(model.unet(), model.scheduler().noiseSchedule(), model.scheduler().prediction());
        NDArray context = owner.create(photos.context(), new Shape(photos.contextShape()));
        NDArray pooled = owner.create(photos.pooled(), new Shape(1, photos.pooled().length));
        long[] shape = photos.latentShape().clone();
        shape[0] = 1;
        double sum = 0;
        for (int photo = 0; photo < photos.count(); photo++) {
            for (int i = 0; i < TIMESTEPS; i++) {
                var draws = new SeededDraws(seed, "held out " + photo, i);
                float[] latents = photos.latents(
                        photo, draws.normal(photos.latentSize()), model.vae().config().scaling());
                int[] timestep = {(2 * i + 1) * length / (2 * TIMESTEPS)};
                var conditioning = new UNet.Conditioning(context, pooled, new double[][] {photos.timeIds(photo)});
                float[] noise = draws.normal(photos.latentSize());
                sum += step.loss(
                        owner, new DenoisingStep.Batch(new Shape(shape), latents, noise, timestep, conditioning));
            }
        }
        return sum / (photos.count() * TIMESTEPS);
    }
}
