package dev.storyloom.diffusion.vae;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.types.Shape;
import com.fasterxml.jackson.databind.JsonNode;
import dev.storyloom.diffusion.ModelException;
import dev.storyloom.diffusion.tensor.Scope;
import java.util.ArrayList;
import java.util.List;

/**
 * Between the VAE's latents and those that the U-Net works on, whose spread is about 1: factor · (x - mean) / deviation.
 *
 * @param means one a channel, or none for 0; likewise deviations, or none for 1
 */
public record LatentScaling(double factor, List<Double> means, List<Double> deviations) {

    /** From {@code scaling_factor} and, where a model has them, {@code latents_mean} and {@code latents_std}. */
    static LatentScaling from(JsonNode config, int channels) {
        List<Double> means = numbers(config.path("latents_mean"));
        List<Double> deviations = numbers(config.path("latents_std"));
        boolean fits = means.size() == deviations.size() && (means.isEmpty() || means.size() == channels);
        if (!fits) {
            throw new ModelException("The VAE's latents_mean and latents_std do not fit its latent channels.");
        }
        return new LatentScaling(config.path("scaling_factor").asDouble(0.13025), means, deviations);
    }

    private static List<Double> numbers(JsonNode list) {
        var numbers = new ArrayList<Double>();
        list.forEach(number -> numbers.add(number.asDouble()));
        return List.copyOf(numbers);
    }

    /** The VAE's latents (B, C, h, w) as the U-Net wants them. */
    public NDArray scaled(NDArray latents) {
        if (means.isEmpty()) {
            return latents.mul((float) factor);
        }
        try (var scope = Scope.open()) {
            NDArray centred = latents.sub(channels(latents, means));
            return scope.keep(centred.mul((float) factor).div(channels(latents, deviations)));
        }
    }

    /** Likewise one number of channel {@code channel}. */
    public float scaled(float latent, int channel) {
        return means.isEmpty()
                ? latent * (float) factor
                : (latent - means.get(channel).floatValue()) * (float) factor / deviations.get(channel).floatValue();
    }

    /** The U-Net's latents (B, C, h, w) as the VAE decodes them. */
    public NDArray unscaled(NDArray latents) {
        if (means.isEmpty()) {
            return latents.div((float) factor);
        }
        try (var scope = Scope.open()) {
            NDArray spread = latents.mul(channels(latents, deviations)).div((float) factor);
            return scope.keep(spread.add(channels(latents, means)));
        }
    }

    private static NDArray channels(NDArray like, List<Double> values) {
        var floats = new float[values.size()];
        for (int i = 0; i < floats.length; i++) {
            floats[i] = values.get(i).floatValue();
        }
        return like.getManager().create(floats, new Shape(1, floats.length, 1, 1));
    }
}
