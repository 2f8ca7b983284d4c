package dev.storyloom.diffusion.lora;

import java.util.HashMap;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The linear layers of a model that a LoRA can change, under each of the names that files use for them: diffusers'
 * paths, kohya's (dots as underscores) and kohya's for the original SDXL code (input_blocks, middle_block …).
 */
public final class LoraTargets {

    /** One layer: part, path, and the lengths of its input and output. */
    public record Target(String part, String module, int in, int out) {
    }

    private static final Pattern BLOCK = Pattern.compile("(down|up)_blocks\\.(\\d+)\\.attentions\\.(\\d+)\\.(.+)");

    private final Map<String, Target> byName = new HashMap<>();

    /** Adds a layer of the part. Add all layers of the U-Net before reading: {@code layersPerBlock} is its config's. */
    public LoraTargets add(String part, String module, long in, long out, int layersPerBlock) {
        var target = new Target(part, module, Math.toIntExact(in), Math.toIntExact(out));
        byName.put(part + "." + module, target);
        String bare = module.startsWith("text_model.") ? module.substring("text_model.".length()) : module;
        if (part.equals("unet")) {
            byName.put(kohya("lora_unet_", module), target);
            byName.put(kohya("lora_unet_", originalName(module, layersPerBlock)), target);
        } else {
            // Files name the encoders' layers with or without this prefix, as library versions came and went.
            byName.put(part + ".text_model." + bare, target);
            byName.put(part + "." + bare, target);
            String prefix = part.equals("text_encoder") ? "lora_te1_" : "lora_te2_";
            byName.put(kohya(prefix, "text_model." + bare), target);
            byName.put(kohya(prefix, bare), target);
        }
        return this;
    }

    /** The layer that a file calls {@code name}, or null. */
    Target find(String name) {
        return byName.get(name);
    }

    /** The path in Stability's code, where each block is one entry of a flat list. */
    private static String originalName(String module, int layersPerBlock) {
        Matcher block = BLOCK.matcher(module);
        if (block.matches()) {
            boolean down = block.group(1).equals("down");
            int flat = Integer.parseInt(block.group(2)) * (layersPerBlock + 1) + Integer.parseInt(block.group(3));
            return (down ? "input_blocks." + (flat + 1) : "output_blocks." + flat) + ".1." + block.group(4);
        }
        return module.replace("mid_block.attentions.0.", "middle_block.1.");
    }

    private static String kohya(String prefix, String module) {
        return prefix + module.replace('.', '_');
    }
}
