package dev.storyloom.diffusion.check;

import java.util.List;

import ai.djl.ndarray.NDArray;
import dev.storyloom.diffusion.tensor.Scope;
import dev.storyloom.diffusion.vae.Vae;
import dev.storyloom.diffusion.weights.SafetensorsFile;

/** The autoencoder, both ways. */
final class VaeComparisons {

    private static final String NUMBERS = "vae/vae.safetensors";

    private static final String TILED = "vae/vae_tiled_decode.safetensors";

    private VaeComparisons() {
    }

    static List<Comparison> all() {
        return List.of(new Comparison(NUMBERS + "#enc", 5e-5, VaeComparisons::encode),
                new Comparison(NUMBERS + "#dec", 5e-5, VaeComparisons::decode),
                new Comparison(TILED, 5e-5, VaeComparisons::tiled));
    }

    private static double encode(Reference reference) {
        SafetensorsFile file = reference.tensors(NUMBERS);
        try (var scope = Scope.open()) {
            Vae.Posterior posterior = reference.vae().encode(reference.array(file, "enc.in.image"));
            NDArray sample = posterior.sample(reference.array(file, "enc.eps"));
            double error = reference.error(posterior.mean(), file, "enc.mean");
            error = Math.max(error, reference.error(posterior.logvar(), file, "enc.logvar"));
            error = Math.max(error, reference.error(posterior.logvar().mul(0.5).exp(), file, "enc.std"));
            error = Math.max(error, reference.error(sample, file, "enc.sample"));
            NDArray scaled = sample.mul(reference.vae().config().scaling().factor());
            return Math.max(error, reference.error(scaled, file, "enc.scaled_latent"));
        }
    }

    private static double decode(Reference reference) {
        SafetensorsFile file = reference.tensors(NUMBERS);
        try (var scope = Scope.open()) {
            NDArray latents = reference.array(file, "dec.in.scaled_latent");
            NDArray image = reference.vae().decode(latents.div(reference.vae().config().scaling().factor()));
            NDArray second = reference.vae().decode(reference.array(file, "enc.sample"));
            return Math.max(reference.error(image, file, "dec.image"),
                    reference.error(second, file, "dec.of_enc_sample"));
        }
    }

    /** In overlapping tiles, and whole; encoded again where the folder holds that too. */
    private static double tiled(Reference reference) {
        SafetensorsFile file = reference.tensors(TILED);
        try (var scope = Scope.open()) {
            NDArray latents = reference.array(file, "in.latent_unscaled");
            double error = reference.error(reference.vae().decode(latents), file, "out.plain");
            error = Math.max(error, reference.error(reference.vae().decodeTiled(latents), file, "out.tiled"));
            if (file.tensors().containsKey("enc.in.image")) {
                Vae.Posterior posterior = reference.vae().encodeTiled(reference.array(file, "enc.in.image"));
                error = Math.max(error, reference.error(posterior.mean(), file, "enc.mean"));
                error = Math.max(error, reference.error(posterior.logvar(), file, "enc.logvar"));
            }
            return error;
        }
    }
}
