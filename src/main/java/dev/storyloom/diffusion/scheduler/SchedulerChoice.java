package dev.storyloom.diffusion.scheduler;

import com.fasterxml.jackson.databind.JsonNode;

/** Which algorithm a picture is painted with, given the scheduler config of the model that paints it. */
@FunctionalInterface
public interface SchedulerChoice {

    /** The model's own. */
    SchedulerChoice OF_MODEL = Scheduler::of;

    /** Throws ModelException where the model's noise schedule does not go with it. */
    Scheduler over(JsonNode modelConfig);
}
