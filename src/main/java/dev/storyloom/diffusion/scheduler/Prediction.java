package dev.storyloom.diffusion.scheduler;

import com.fasterxml.jackson.databind.JsonNode;

import dev.storyloom.diffusion.ModelException;

/** What the model's output means. */
public enum Prediction {
    EPSILON, VELOCITY;

    /** From {@code prediction_type} of {@code scheduler_config.json}. */
    public static Prediction of(JsonNode config) {
        String type = config.path("prediction_type").asText("epsilon");
        return switch (type) {
            case "epsilon" -> EPSILON;
            case "v_prediction" -> VELOCITY;
            default -> throw new ModelException("scheduler_unsupported",
                    "The model's prediction type \"" + type + "\" is not supported.");
        };
    }
}
