package dev.storyloom.diffusion.pipeline;

import ai.djl.ndarray.types.Shape;
import dev.storyloom.diffusion.unet.UNetConfig;
import dev.storyloom.diffusion.vae.VaeConfig;
import dev.storyloom.diffusion.weights.ModelFolder;
import java.util.List;

/** How many numbers a model has, part by part, and the configs that say what it takes to run it. */
public record ModelSize(UNetConfig unet, long unetWeights, long textWeights, VaeConfig vae, long vaeWeights) {

    /** Numbers in all parts together. */
    public long weights() {
        return unetWeights + textWeights + vaeWeights;
    }

    /** Counted from the folder's configs alone. */
    public static ModelSize of(ModelFolder folder) {
        long text = 0;
        for (String part : List.of("text_encoder", "text_encoder_2")) {
            text += folder.has(part) ? count(folder, part) : 0;
        }
        return new ModelSize(UNetConfig.from(folder.config("unet")), count(folder, "unet"), text,
                VaeConfig.from(folder.config("vae")), count(folder, "vae"));
    }

    private static long count(ModelFolder folder, String part) {
        return ModelCheck.wanted(part, folder.config(part), name -> false).values().stream()
                .mapToLong(Shape::size).sum();
    }
}
