package dev.storyloom.diffusion.scheduler;

import com.fasterxml.jackson.databind.JsonNode;

import dev.storyloom.diffusion.ModelException;

/** A sampling algorithm: from noise to a picture's latents in a given number of model calls. */
public interface Scheduler {

    SamplingPlan plan(int steps);

    NoiseSchedule noiseSchedule();

    /** What the model was trained to put out. */
    Prediction prediction();

    /** The one that {@code scheduler_config.json} names. */
    static Scheduler of(JsonNode config) {
        String name = config.path("_class_name").asText();
        return switch (name) {
            case "EulerDiscreteScheduler" -> new EulerScheduler(config);
            default -> throw new ModelException("scheduler_unsupported",
                    "The model's scheduler \"" + name + "\" is not supported.");
        };
    }
}
