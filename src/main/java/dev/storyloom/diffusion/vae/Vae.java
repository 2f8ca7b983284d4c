package dev.storyloom.diffusion.vae;

import ai.djl.ndarray.NDArray;
import dev.storyloom.diffusion.nn.Conv2d;
import dev.storyloom.diffusion.nn.Weights;
import dev.storyloom.diffusion.tensor.Precision;
import dev.storyloom.diffusion.tensor.Scope;

/** Encodes pictures to a normal distribution over latents, and decodes latents (Kingma and Welling 2013). */
public final class Vae {
    private final VaeConfig config;
    private Precision compute;
    private final Encoder encoder;
    private final Decoder decoder;
    private final Conv2d quantConv;
    private final Conv2d postQuantConv;

    /** Unscaled latents (B, C, H/8, W/8): their mean, and the logarithm of their variance within [-30, 20]. */
    public record Posterior(NDArray mean, NDArray logvar) {
        /** mean + std · noise. */
        public NDArray sample(NDArray noise) {
            try (var scope = Scope.open()) {
                return scope.keep(mean.add(logvar.mul(0.5).exp().mul(noise)));
            }
        }
    }

    public Vae(Weights weights, VaeConfig config) {
        this.config = config;
        this.compute = weights.compute();
        int latents = config.latentChannels();
        this.encoder = new Encoder(weights.at("encoder"), config);
        this.decoder = new Decoder(weights.at("decoder"), config);
        this.quantConv = new Conv2d(weights.at("quant_conv"), 2L * latents, 2L * latents, 1, 1, 0);
        this.postQuantConv = new Conv2d(weights.at("post_quant_conv"), latents, latents, 1, 1, 0);
    }

    /** image (B, 3, H, W) in [-1, 1]; H and W divisible by {@link VaeConfig#reduction()}. */
    public Posterior encode(NDArray image) {
        try (var scope = Scope.open()) {
            return posterior(scope, moments(image));
        }
    }

    /** As {@link #encode}; what is larger than the VAE's sample size goes through in overlapping tiles. */
    public Posterior encodeTiled(NDArray image) {
        var tiles = new Tiles(config.sampleSize(), config.sampleSize() / config.reduction());
        if (!tiles.needed(image)) {
            return encode(image);
        }
        try (var scope = Scope.open()) {
            return posterior(scope, tiles.map(image, this::moments));
        }
    }

    private NDArray moments(NDArray image) {
        return Precision.FLOAT32.cast(quantConv.forward(encoder.forward(compute.cast(image))));
    }

    private static Posterior posterior(Scope scope, NDArray moments) {
        var parts = moments.split(2, 1);
        return new Posterior(scope.keep(parts.get(0)), scope.keep(parts.get(1).clip(-30, 20)));
    }

    /** Unscaled latents (B, C, h, w) → picture (B, 3, 8h, 8w), about [-1, 1]. */
    public NDArray decode(NDArray latents) {
        try (var scope = Scope.open()) {
            return scope.keep(Precision.FLOAT32.cast(decoder.forward(postQuantConv.forward(compute.cast(latents)))));
        }
    }

    /** As {@link #decode}; what is larger than the VAE's sample size goes through in overlapping tiles. */
    public NDArray decodeTiled(NDArray latents) {
        var tiles = new Tiles(config.sampleSize() / config.reduction(), config.sampleSize());
        if (!tiles.needed(latents)) {
            return decode(latents);
        }
        try (var scope = Scope.open()) {
            return scope.keep(tiles.map(latents, this::decode));
        }
    }

    /** What the layers compute in; inputs and results are FLOAT32 all the same. */
    public Precision compute() {
        return compute;
    }

    /** Computes in another format from now on; whoever holds the model's lock may ask for it. */
    public void computeIn(Precision precision) {
        this.compute = precision;
    }

    public VaeConfig config() {
        return config;
    }
}
