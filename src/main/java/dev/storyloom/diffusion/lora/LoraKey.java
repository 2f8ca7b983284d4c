package dev.storyloom.diffusion.lora;

import java.util.Map;

import dev.storyloom.diffusion.LoraException;

/** The name of one tensor in a LoRA file, taken apart: which layer (in the file's own words), and which role. */
record LoraKey(String name, Role role) {

    enum Role {
        DOWN, UP, ALPHA
    }

    private static final Map<String, Role> ENDINGS = Map.of(
            ".lora.down.weight", Role.DOWN, ".lora.up.weight", Role.UP,
            ".lora_linear_layer.down.weight", Role.DOWN, ".lora_linear_layer.up.weight", Role.UP,
            ".lora_A.weight", Role.DOWN, ".lora_B.weight", Role.UP,
            ".lora_down.weight", Role.DOWN, ".lora_up.weight", Role.UP,
            ".alpha", Role.ALPHA);

    static LoraKey parse(String key) {
        for (var ending : ENDINGS.entrySet()) {
            if (key.endsWith(ending.getKey())) {
                return new LoraKey(key.substring(0, key.length() - ending.getKey().length()), ending.getValue());
            }
        }
        if (key.contains("magnitude") || key.contains("dora_scale") || key.contains("hada_") || key.contains("lokr_")) {
            throw new LoraException("lora_unsupported", "This file holds an adapter of another kind than LoRA.");
        }
        throw new LoraException("lora_mismatch", "This is not a LoRA file: it holds " + key + ".");
    }

    /** {@code direction}: down or up. */
    static String diffusers(LoraLayer layer, String direction) {
        String infix = layer.part().equals("unet") ? ".lora." : ".lora_linear_layer.";
        return layer.part() + "." + layer.module() + infix + direction + ".weight";
    }
}
