package dev.storyloom.diffusion.scheduler;

import com.fasterxml.jackson.databind.JsonNode;

import dev.storyloom.diffusion.ModelException;

/** Which training timesteps a run of n steps visits, noisiest first. See table 2 of arxiv.org/abs/2305.08891. */
enum TimestepSpacing {
    LEADING, LINSPACE, TRAILING;

    static TimestepSpacing of(JsonNode config) {
        String spacing = config.path("timestep_spacing").asText("linspace");
        return switch (spacing) {
            case "leading" -> LEADING;
            case "linspace" -> LINSPACE;
            case "trailing" -> TRAILING;
            default -> throw new ModelException("scheduler_unsupported",
                    "The model's timestep spacing \"" + spacing + "\" is not supported.");
        };
    }

    /** @param offset added to each timestep of the leading kind */
    double[] timesteps(int steps, int trainSteps, int offset) {
        var timesteps = new double[steps];
        for (int i = 0; i < steps; i++) {
            int left = steps - 1 - i;
            timesteps[i] = switch (this) {
                case LEADING -> (double) left * (trainSteps / steps) + offset;
                case LINSPACE -> steps == 1 ? 0 : (float) ((double) left * (trainSteps - 1) / (steps - 1));
                case TRAILING -> Math.rint(trainSteps - i * ((double) trainSteps / steps)) - 1;
            };
        }
        return timesteps;
    }
}
