package dev.storyloom.diffusion.scheduler;

import java.util.List;

import com.fasterxml.jackson.databind.JsonNode;

import dev.storyloom.diffusion.ModelException;

/** How a run's noise levels lie between its highest and its lowest. */
enum SigmaSpacing {
    /** At the sigmas of the timesteps. */
    BY_TIMESTEP,
    /** Even in the seventh root (Karras et al. 2022, equation 5). */
    KARRAS,
    /** Even in the logarithm. */
    EXPONENTIAL;

    private static final double RHO = 7;

    static SigmaSpacing of(JsonNode config) {
        for (String option : List.of("use_beta_sigmas", "use_lu_lambdas", "use_flow_sigmas", "use_dynamic_shifting")) {
            if (config.path(option).asBoolean(false)) {
                throw new ModelException("scheduler_unsupported", "The scheduler option " + option
                        + " is not supported.");
            }
        }
        if (config.path("use_karras_sigmas").asBoolean(false)) {
            return KARRAS;
        }
        return config.path("use_exponential_sigmas").asBoolean(false) ? EXPONENTIAL : BY_TIMESTEP;
    }

    /** {@code steps} sigmas from {@code most} down to {@code least}, for the two even kinds. */
    double[] between(double most, double least, int steps) {
        var sigmas = new double[steps];
        for (int i = 0; i < steps; i++) {
            double share = steps == 1 ? 0 : (double) i / (steps - 1);
            sigmas[i] = this == KARRAS
                    ? Math.pow(mix(Math.pow(most, 1 / RHO), Math.pow(least, 1 / RHO), share), RHO)
                    : Math.exp(mix(Math.log(most), Math.log(least), share));
        }
        return sigmas;
    }

    private static double mix(double from, double to, double share) {
        return from + share * (to - from);
    }
}
