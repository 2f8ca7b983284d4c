package dev.storyloom.diffusion.check;

import java.util.List;

import ai.djl.ndarray.NDArray;
import dev.storyloom.diffusion.tensor.Scope;
import dev.storyloom.diffusion.vae.Vae;
import dev.storyloom.diffusion.weights.SafetensorsFile;

/** The autoencoder, both ways. */
final class VaeComparisons {

    private static final String NUMBERS = "vae/vae.safetensors";

    private VaeComparisons() {
    }

    static List<Comparison> all() {
        return List.of(new Comparison(NUMBERS + "#enc", 5e-5, VaeComparisons::encode),
                new Comparison(NUMBERS + "#dec", 5e-5, VaeComparisons::decode));
    }

    private static double encode(Reference reference) {
        SafetensorsFile file = reference.tensors(NUMBERS);
        try (var scope = Scope.open()) {
            Vae.Posterior posterior = reference.vae().encode(reference.array(file, "enc.in.image"));
            NDArray sample = posterior.sample(reference.array(file, "enc.eps"));
            double error = reference.error(posterior.mean(), file, "enc.mean");
            error = Math.max(error, reference.error(posterior.logvar(), file, "enc.logvar"));
            error = Math.max(error, reference.error(sample, file, "enc.sample"));
            NDArray scaled = sample.mul(reference.vae().config().scalingFactor());
            return Math.max(error, reference.error(scaled, file, "enc.scaled_latent"));
        }
    }

    private static double decode(Reference reference) {
        SafetensorsFile file = reference.tensors(NUMBERS);
        try (var scope = Scope.open()) {
            NDArray latents = reference.array(file, "dec.in.scaled_latent");
            NDArray image = reference.vae().decode(latents.div(reference.vae().config().scalingFactor()));
            NDArray second = reference.vae().decode(reference.array(file, "enc.sample"));
            return Math.max(reference.error(image, file, "dec.image"),
                    reference.error(second, file, "dec.of_enc_sample"));
        }
    }
}
