package dev.storyloom.diffusion.scheduler;

import java.util.List;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;

import dev.storyloom.diffusion.ModelException;

/**
 * The noise levels that a run visits, in float precision as diffusers keeps them.
 *
 * @param timesteps one a step, noisiest first
 * @param sigmas    noise over signal at each of them, and after them where the run ends: 0 as a rule
 */
record NoiseLevels(double[] timesteps, double[] sigmas) {

    /** As Euler's method counts: n timesteps; other spacings lie between the first and the last of these. */
    static NoiseLevels euler(JsonNode config, NoiseSchedule schedule, int steps) {
        double[] timesteps = TimestepSpacing.of(config, "linspace")
                .timesteps(steps, schedule.length(), config.path("steps_offset").asInt(0));
        double[] sigmas = sigmas(schedule, timesteps);
        SigmaSpacing spacing = SigmaSpacing.of(config);
        if (spacing != SigmaSpacing.BY_TIMESTEP) {
            sigmas = spacing.between(limit(config, "sigma_max", sigmas[0]), limit(config, "sigma_min", sigmas[steps - 1]), steps);
            timesteps = timesteps(schedule, sigmas, false);
        }
        return of(config, schedule, timesteps, sigmas);
    }

    /** As {@link #euler}, for classes that know of no other spacing and always end at 0. */
    static NoiseLevels eulerByTimestep(JsonNode config, NoiseSchedule schedule, int steps) {
        ObjectNode plain = config.deepCopy();
        plain.remove(List.of("use_karras_sigmas", "use_exponential_sigmas", "use_beta_sigmas", "final_sigmas_type"));
        return euler(plain, schedule, steps);
    }

    /** As the multistep solvers count: whole timesteps; other spacings lie between the ends of the whole schedule. */
    static NoiseLevels solver(JsonNode config, NoiseSchedule schedule, int steps) {
        SigmaSpacing spacing = SigmaSpacing.of(config);
        if (spacing == SigmaSpacing.BY_TIMESTEP) {
            double[] timesteps = TimestepSpacing.of(config, "linspace")
                    .solverTimesteps(steps, schedule.length(), config.path("steps_offset").asInt(0));
            return of(config, schedule, timesteps, sigmas(schedule, timesteps));
        }
        double[] sigmas = spacing.between(limit(config, "sigma_max", schedule.sigma(schedule.length() - 1)),
                limit(config, "sigma_min", schedule.sigma(0)), steps);
        double[] timesteps = timesteps(schedule, sigmas, spacing == SigmaSpacing.KARRAS);
        for (int i = 0; i < steps; i++) {
            timesteps[i] = Math.floor(timesteps[i]);
        }
        return of(config, schedule, timesteps, sigmas);
    }

    private static NoiseLevels of(JsonNode config, NoiseSchedule schedule, double[] timesteps, double[] sigmas) {
        var all = new double[sigmas.length + 1];
        for (int i = 0; i < sigmas.length; i++) {
            all[i] = (float) sigmas[i];
        }
        String end = config.path("final_sigmas_type").asText("zero");
        all[sigmas.length] = switch (end) {
            case "zero" -> 0;
            case "sigma_min" -> schedule.sigma(0);
            default -> throw new ModelException("scheduler_unsupported",
                    "The scheduler option final_sigmas_type \"" + end + "\" is not supported.");
        };
        return new NoiseLevels(timesteps, all);
    }

    int steps() {
        return timesteps.length;
    }

    /** Share of a clean picture in a sample of unit variance before step {@code i}; after the last one for i = n. */
    double signal(int i) {
        return 1 / Math.sqrt(sigmas[i] * sigmas[i] + 1);
    }

    /** Share of the noise in it. */
    double noise(int i) {
        return sigmas[i] * signal(i);
    }

    /** Half the logarithm of signal over noise, squared: lambda of the solvers' papers; infinite without noise. */
    double lambda(int i) {
        return -Math.log(sigmas[i]);
    }

    /** diffusers' init_noise_sigma for samples of growing variance. */
    double initialNoise(JsonNode config) {
        double most = 0;
        for (double sigma : sigmas) {
            most = Math.max(most, sigma);
        }
        boolean leading = TimestepSpacing.of(config, "linspace") == TimestepSpacing.LEADING;
        return leading ? Math.sqrt(most * most + 1) : most;
    }

    private static double limit(JsonNode config, String name, double otherwise) {
        return config.path(name).isNumber() ? config.path(name).asDouble() : otherwise;
    }

    private static double[] sigmas(NoiseSchedule schedule, double[] timesteps) {
        var sigmas = new double[timesteps.length];
        for (int i = 0; i < sigmas.length; i++) {
            sigmas[i] = schedule.sigma(timesteps[i]);
        }
        return sigmas;
    }

    private static double[] timesteps(NoiseSchedule schedule, double[] sigmas, boolean rounded) {
        var timesteps = new double[sigmas.length];
        for (int i = 0; i < sigmas.length; i++) {
            double exact = schedule.timestep(sigmas[i]);
            timesteps[i] = rounded ? Math.rint(exact) : exact;
        }
        return timesteps;
    }
}
