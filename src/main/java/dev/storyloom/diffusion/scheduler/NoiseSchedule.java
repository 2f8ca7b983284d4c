package dev.storyloom.diffusion.scheduler;

import com.fasterxml.jackson.databind.JsonNode;

import dev.storyloom.diffusion.ModelException;

/**
 * How much noise the model has seen at each training timestep: noisy = signal(t) x0 + noise(t) eps.
 * Mirrors the tables of diffusers' DDPMScheduler, in its float arithmetic.
 */
public final class NoiseSchedule {

    private final float[] betas;
    private final float[] alphasCumprod;

    private NoiseSchedule(float[] betas) {
        this.betas = betas;
        this.alphasCumprod = new float[betas.length];
        double product = 1;
        for (int t = 0; t < betas.length; t++) {
            product *= 1 - betas[t];
            alphasCumprod[t] = (float) product;
        }
    }

    /** From {@code scheduler_config.json}. */
    public static NoiseSchedule of(JsonNode config) {
        if (config.path("rescale_betas_zero_snr").asBoolean(false) || config.path("trained_betas").isArray()) {
            throw new ModelException("scheduler_unsupported", "The model's noise schedule is not supported.");
        }
        int steps = config.path("num_train_timesteps").asInt(1000);
        double start = config.path("beta_start").asDouble(0.00085);
        double end = config.path("beta_end").asDouble(0.012);
        String kind = config.path("beta_schedule").asText("scaled_linear");
        return switch (kind) {
            case "linear" -> new NoiseSchedule(line(start, end, steps));
            case "scaled_linear" -> new NoiseSchedule(squared(line(Math.sqrt(start), Math.sqrt(end), steps)));
            default -> throw new ModelException("scheduler_unsupported",
                    "The model's noise schedule \"" + kind + "\" is not supported.");
        };
    }

    /** The schedule of Stable Diffusion XL, in training and in sampling. */
    public static NoiseSchedule sdxl() {
        return new NoiseSchedule(squared(line(Math.sqrt(0.00085), Math.sqrt(0.012), 1000)));
    }

    /** Number of training timesteps, 1000 as a rule. */
    public int length() {
        return betas.length;
    }

    public float beta(int timestep) {
        return betas[timestep];
    }

    public float alphaCumprod(int timestep) {
        return alphasCumprod[timestep];
    }

    /** Share of the clean sample: sqrt(alphaCumprod). */
    public double signal(int timestep) {
        return Math.sqrt(alphasCumprod[timestep]);
    }

    /** Share of the noise: sqrt(1 - alphaCumprod). */
    public double noise(int timestep) {
        return Math.sqrt(1 - alphasCumprod[timestep]);
    }

    /** Noise over signal, as Euler-like samplers count it; linear between whole timesteps. */
    public double sigma(double timestep) {
        int below = (int) Math.min(Math.max(Math.floor(timestep), 0), betas.length - 1);
        int above = Math.min(below + 1, betas.length - 1);
        double share = Math.min(Math.max(timestep - below, 0), 1);
        return sigma(below) * (1 - share) + sigma(above) * share;
    }

    /** Signal over noise, squared. */
    public double snr(int timestep) {
        return alphasCumprod[timestep] / (1 - (double) alphasCumprod[timestep]);
    }

    private double sigma(int timestep) {
        return (float) Math.sqrt((1 - alphasCumprod[timestep]) / alphasCumprod[timestep]);
    }

    private static float[] squared(float[] values) {
        for (int i = 0; i < values.length; i++) {
            values[i] *= values[i];
        }
        return values;
    }

    /** From both ends towards the middle in floats, as torch.linspace does it. */
    private static float[] line(double start, double end, int steps) {
        var values = new float[steps];
        float first = (float) start;
        float last = (float) end;
        float step = (last - first) / (steps - 1);
        for (int i = 0; i < steps; i++) {
            values[i] = i < steps / 2 ? Math.fma(step, i, first) : Math.fma(-step, steps - 1 - i, last);
        }
        return values;
    }
}
