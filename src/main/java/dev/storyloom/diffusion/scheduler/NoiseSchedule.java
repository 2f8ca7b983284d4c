package dev.storyloom.diffusion.scheduler;

import com.fasterxml.jackson.databind.JsonNode;

import dev.storyloom.diffusion.ModelException;

/**
 * How much noise the model has seen at each training timestep: noisy = signal(t) x0 + noise(t) eps.
 * Mirrors the tables of diffusers' DDPMScheduler, in its float arithmetic.
 */
public final class NoiseSchedule {

    /** Keeps the noise of a schedule that ends in nothing but noise finite: 4096 times the signal. */
    private static final float LEAST_ALPHA = 0x1p-24f;

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
        float[] betas = betas(config);
        return config.path("rescale_betas_zero_snr").asBoolean(false)
                ? new NoiseSchedule(betas).endingInNoise()
                : new NoiseSchedule(betas);
    }

    private static float[] betas(JsonNode config) {
        JsonNode trained = config.path("trained_betas");
        if (trained.isArray() && !trained.isEmpty()) {
            var betas = new float[trained.size()];
            for (int t = 0; t < betas.length; t++) {
                betas[t] = (float) trained.get(t).asDouble();
            }
            return betas;
        }
        int steps = config.path("num_train_timesteps").asInt(1000);
        double start = config.path("beta_start").asDouble(0.00085);
        double end = config.path("beta_end").asDouble(0.012);
        String kind = config.path("beta_schedule").asText("scaled_linear");
        return switch (kind) {
            case "linear" -> line(start, end, steps);
            case "scaled_linear" -> squared(line(Math.sqrt(start), Math.sqrt(end), steps));
            case "squaredcos_cap_v2" -> cosine(steps);
            default -> throw new ModelException("scheduler_unsupported",
                    "The model's noise schedule \"" + kind + "\" is not supported.");
        };
    }

    /** The schedule of Stable Diffusion XL, in training and in sampling. */
    public static NoiseSchedule sdxl() {
        return new NoiseSchedule(squared(line(Math.sqrt(0.00085), Math.sqrt(0.012), 1000)));
    }

    /** The same schedule, bent so that its last timestep is nothing but noise (Lin et al. 2023, algorithm 1). */
    private NoiseSchedule endingInNoise() {
        int last = betas.length - 1;
        float first = (float) Math.sqrt(alphasCumprod[0]);
        float end = (float) Math.sqrt(alphasCumprod[last]);
        float stretch = first / (first - end);
        var bent = new float[betas.length];
        float before = 1;
        for (int t = 0; t <= last; t++) {
            float root = ((float) Math.sqrt(alphasCumprod[t]) - end) * stretch;
            bent[t] = 1 - root * root / before;
            before = root * root;
        }
        return new NoiseSchedule(bent);
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

    /** A step on samples of unit variance at a whole timestep. */
    SamplingStep step(int timestep, Prediction prediction) {
        if (signal(timestep) == 0 && prediction == Prediction.EPSILON) {
            throw new ModelException("scheduler_unsupported",
                    "A schedule that ends in nothing but noise needs a model that predicts velocity.");
        }
        return SamplingStep.preserving(timestep, signal(timestep), noise(timestep), prediction);
    }

    /** Noise over signal, as Euler-like samplers count it; linear between whole timesteps. */
    public double sigma(double timestep) {
        int below = (int) Math.min(Math.max(Math.floor(timestep), 0), betas.length - 1);
        int above = Math.min(below + 1, betas.length - 1);
        double share = Math.min(Math.max(timestep - below, 0), 1);
        return sigma(below) * (1 - share) + sigma(above) * share;
    }

    /** The timestep with this sigma; linear in its logarithm between whole timesteps, and never beyond the ends. */
    public double timestep(double sigma) {
        double wanted = Math.log(Math.max(sigma, 1e-10));
        int below = 0;
        while (below < betas.length - 2 && wanted >= logSigma(below + 1)) {
            below++;
        }
        double share = (logSigma(below) - wanted) / (logSigma(below) - logSigma(below + 1));
        return below + Math.min(Math.max(share, 0), 1);
    }

    private double logSigma(int timestep) {
        return (float) Math.log(sigma(timestep));
    }

    /** Signal over noise, squared. */
    public double snr(int timestep) {
        return alphasCumprod[timestep] / (1 - (double) alphasCumprod[timestep]);
    }

    private double sigma(int timestep) {
        float alpha = alphasCumprod[timestep] == 0 ? LEAST_ALPHA : alphasCumprod[timestep];
        return (float) Math.sqrt((1 - alpha) / alpha);
    }

    /** The cosine schedule of Nichol and Dhariwal 2021, no beta above 0.999. */
    private static float[] cosine(int steps) {
        var betas = new float[steps];
        for (int t = 0; t < steps; t++) {
            double ratio = cosineAlpha((t + 1.0) / steps) / cosineAlpha((double) t / steps);
            betas[t] = (float) Math.min(1 - ratio, 0.999);
        }
        return betas;
    }

    private static double cosineAlpha(double share) {
        double root = Math.cos((share + 0.008) / 1.008 * Math.PI / 2);
        return root * root;
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
