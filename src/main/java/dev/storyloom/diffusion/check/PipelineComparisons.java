package dev.storyloom.diffusion.check;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;

import com.fasterxml.jackson.databind.JsonNode;

import dev.storyloom.diffusion.pipeline.Cancellation;
import dev.storyloom.diffusion.pipeline.ImageRequest;
import dev.storyloom.diffusion.pipeline.LoraUse;
import dev.storyloom.diffusion.pipeline.StableDiffusionXl;
import dev.storyloom.diffusion.pipeline.StepListener;
import dev.storyloom.diffusion.weights.SafetensorsFile;

/** From prompt and noise to latents and picture. */
final class PipelineComparisons {

    private static final String NUMBERS = "pipeline/pipeline.safetensors";
    private static final String A = "lora/lora_a_r4_alpha4/pytorch_lora_weights.safetensors";
    private static final String B = "lora/lora_b_r2_alpha1/pytorch_lora_weights.safetensors";

    private PipelineComparisons() {
    }

    static List<Comparison> all() {
        var all = new ArrayList<Comparison>();
        add(all, "base", true, 5, Map.of());
        add(all, "no_negative", false, 5, Map.of());
        add(all, "guidance1", true, 1, Map.of());
        add(all, "lora_a_0.8", true, 5, Map.of(A, 0.8));
        add(all, "lora_a0.7_b0.5", true, 5, Map.of(A, 0.7, B, 0.5));
        return all;
    }

    /** The last latents, and the picture in levels of 255. */
    private static void add(List<Comparison> all, String name, boolean negative, double guidance, Map<String, Double> loras) {
        all.add(new Comparison(NUMBERS + "#" + name, 1e-3, reference -> Reference.error(
                paint(reference, negative, guidance, loras).latents(),
                reference.tensors(NUMBERS).floats(name + ".final_latents"))));
        all.add(new Comparison(NUMBERS + "#" + name + ".image_u8", 1, reference -> Reference.error(
                levels(paint(reference, negative, guidance, loras)),
                reference.tensors(NUMBERS).floats(name + ".image_u8"))));
    }

    private static StableDiffusionXl.Painted paint(Reference reference, boolean negative, double guidance,
            Map<String, Double> loras) {
        JsonNode options = reference.json("pipeline/pipeline.json");
        SafetensorsFile numbers = reference.tensors(NUMBERS);
        var uses = new ArrayList<LoraUse>();
        loras.forEach((file, scale) -> uses.add(new LoraUse(reference.path(file), scale)));
        var request = ImageRequest.of(options.path("prompt").asText())
                .withNegative(negative ? options.path("negative_prompt").asText() : "")
                .withSize(options.path("size").get(1).asInt(), options.path("size").get(0).asInt())
                .withSteps(options.path("steps").asInt()).withGuidanceScale(guidance).withLoras(uses);
        try (var model = StableDiffusionXl.load(reference.model().path())) {
            return model.paintFrom(numbers.floats("initial_noise"), request, StepListener.NONE, Cancellation.never());
        }
    }

    /** Rows of red, green, blue. */
    private static float[] levels(StableDiffusionXl.Painted painted) {
        var image = painted.image();
        int[] rgb = image.getRGB(0, 0, image.getWidth(), image.getHeight(), null, 0, image.getWidth());
        var levels = new float[3 * rgb.length];
        for (int i = 0; i < levels.length; i++) {
            levels[i] = rgb[i / 3] >> 16 - 8 * (i % 3) & 255;
        }
        return levels;
    }
}
