package dev.storyloom.diffusion.scheduler;

import java.util.Locale;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;

/**
 * A change of the model's own algorithm, by name; its noise schedule and what it predicts stay.
 *
 * @param method  null for the model's own
 * @param spacing null for the model's own
 * @param eta     how much of its noise DDIM draws anew, 0 to 1
 */
public record Sampling(Method method, TimestepSpacing spacing, double eta) implements SchedulerChoice {

    /** The algorithms that have a name of their own. */
    public enum Method {
        EULER("EulerDiscreteScheduler", false, ""),
        EULER_KARRAS("EulerDiscreteScheduler", true, ""),
        EULER_ANCESTRAL("EulerAncestralDiscreteScheduler", false, ""),
        DPMPP_2M("DPMSolverMultistepScheduler", false, "dpmsolver++"),
        DPMPP_2M_KARRAS("DPMSolverMultistepScheduler", true, "dpmsolver++"),
        DPMPP_2M_SDE("DPMSolverMultistepScheduler", false, "sde-dpmsolver++"),
        DPMPP_2M_SDE_KARRAS("DPMSolverMultistepScheduler", true, "sde-dpmsolver++"),
        UNIPC("UniPCMultistepScheduler", false, ""),
        DDIM("DDIMScheduler", false, ""),
        DDPM("DDPMScheduler", false, ""),
        LCM("LCMScheduler", false, "");

        private final String className;
        private final boolean karras;
        private final String algorithm;

        Method(String className, boolean karras, String algorithm) {
            this.className = className;
            this.karras = karras;
            this.algorithm = algorithm;
        }

        /** As diffusers' from_config, which keeps what the classes have in common. */
        private void write(ObjectNode config) {
            config.put("_class_name", className).put("use_karras_sigmas", karras).put("use_exponential_sigmas", false);
            config.remove("solver_order");
            config.remove("solver_type");
            if (!algorithm.isEmpty()) {
                config.put("algorithm_type", algorithm);
            }
        }
    }

    public Sampling {
        if (eta < 0 || eta > 1) {
            throw new IllegalArgumentException("eta must be 0 to 1, not " + eta);
        }
    }

    @Override
    public Scheduler over(JsonNode modelConfig) {
        ObjectNode config = modelConfig.deepCopy();
        if (method != null) {
            method.write(config);
        }
        if (spacing != null) {
            config.put("timestep_spacing", spacing.name().toLowerCase(Locale.ROOT));
        }
        return Scheduler.of(config.put("eta", eta));
    }
}
