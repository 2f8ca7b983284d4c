package dev.storyloom.diffusion.scheduler;

import com.fasterxml.jackson.databind.JsonNode;

import dev.storyloom.diffusion.ModelException;

/** Which training timesteps a run of n steps visits, noisiest first. See table 2 of arxiv.org/abs/2305.08891. */
public enum TimestepSpacing {
    LEADING, LINSPACE, TRAILING;

    static TimestepSpacing of(JsonNode config, String otherwise) {
        String spacing = config.path("timestep_spacing").asText(otherwise);
        return switch (spacing) {
            case "leading" -> LEADING;
            case "linspace" -> LINSPACE;
            case "trailing" -> TRAILING;
            default -> throw new ModelException("scheduler_unsupported",
                    "The model's timestep spacing \"" + spacing + "\" is not supported.");
        };
    }

    /**
     * n timesteps, between whole ones too.
     *
     * @param offset added to each timestep of the leading kind
     */
    double[] timesteps(int steps, int trainSteps, int offset) {
        var timesteps = new double[steps];
        for (int i = 0; i < steps; i++) {
            int left = steps - 1 - i;
            timesteps[i] = switch (this) {
                case LEADING -> (double) left * (trainSteps / steps) + offset;
                case LINSPACE -> steps == 1 ? 0 : (float) (left * ((trainSteps - 1.0) / (steps - 1)));
                case TRAILING -> Math.rint(trainSteps - i * ((double) trainSteps / steps)) - 1;
            };
        }
        return timesteps;
    }

    /** As {@link #timesteps}, rounded to whole timesteps that the schedule has. */
    int[] wholeTimesteps(int steps, int trainSteps, int offset) {
        double[] exact = timesteps(steps, trainSteps, offset);
        var whole = new int[steps];
        for (int i = 0; i < steps; i++) {
            whole[i] = (int) Math.min(Math.rint(exact[i]), trainSteps - 1);
        }
        return whole;
    }

    /** As the multistep solvers count: the first n of n + 1 timesteps, since their last step ends beyond the table. */
    double[] solverTimesteps(int steps, int trainSteps, int offset) {
        var timesteps = new double[steps];
        for (int i = 0; i < steps; i++) {
            int left = steps - i;
            timesteps[i] = switch (this) {
                case LEADING -> (double) left * (trainSteps / (steps + 1)) + offset;
                case LINSPACE -> Math.rint(left * ((trainSteps - 1.0) / steps));
                case TRAILING -> Math.rint(trainSteps - i * ((double) trainSteps / steps)) - 1;
            };
        }
        return timesteps;
    }
}
