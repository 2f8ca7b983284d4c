package dev.storyloom.diffusion.scheduler;

import com.fasterxml.jackson.databind.JsonNode;

import dev.storyloom.diffusion.ModelException;

/** A sampling algorithm: from noise to a picture's latents in a given number of model calls. */
public interface Scheduler {

    /**
     * The last {@code steps - first} steps of a run of {@code steps}: a run that starts late, as image to image does,
     * knows no predictions from before. Throws IllegalArgumentException for steps that the schedule does not have.
     */
    SamplingPlan plan(int steps, int first);

    /** A whole run. */
    default SamplingPlan plan(int steps) {
        return plan(steps, 0);
    }

    NoiseSchedule noiseSchedule();

    /** What the model was trained to put out. */
    Prediction prediction();

    /**
     * The one that {@code scheduler_config.json} names. Beside diffusers' own fields, {@code eta} (0 to 1) says how much
     * of its noise DDIM draws anew, which diffusers is told at each call.
     */
    static Scheduler of(JsonNode config) {
        for (String option : new String[] {"thresholding", "clip_sample"}) {
            if (config.path(option).asBoolean(false)) {
                throw new ModelException("scheduler_unsupported", "The scheduler option " + option
                        + " is not supported.");
            }
        }
        String name = config.path("_class_name").asText();
        return switch (name) {
            case "EulerDiscreteScheduler" -> new EulerScheduler(config);
            case "EulerAncestralDiscreteScheduler" -> new EulerAncestralScheduler(config);
            case "DPMSolverMultistepScheduler" -> new DpmSolverScheduler(config);
            case "UniPCMultistepScheduler" -> new UniPcScheduler(config);
            case "DDIMScheduler" -> new DdimScheduler(config);
            case "DDPMScheduler" -> new DdpmScheduler(config);
            case "LCMScheduler" -> new LcmScheduler(config);
            default -> throw new ModelException("scheduler_unsupported",
                    "The model's scheduler \"" + name + "\" is not supported.");
        };
    }

    /** Throws where a run cannot be of so many steps, or start there. */
    default void checkRun(int steps, int first) {
        int most = noiseSchedule().length();
        if (steps < 1 || steps > most) {
            throw new IllegalArgumentException("steps must be 1 to " + most + ", not " + steps);
        }
        if (first < 0 || first > steps) {
            throw new IllegalArgumentException("a run of " + steps + " steps can't start after " + first);
        }
    }
}
