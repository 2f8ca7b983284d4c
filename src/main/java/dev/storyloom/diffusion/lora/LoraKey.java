package dev.storyloom.diffusion.lora;

import java.util.Map;

import dev.storyloom.diffusion.LoraException;

/** The name of one tensor in a LoRA file, taken apart: which layer (in the file's own words), and which role. */
record LoraKey(String name, Role role) {

    enum Role {
        DOWN, UP, ALPHA, MAGNITUDE
    }

    private static final Map<String, Role> ENDINGS = Map.ofEntries(
            Map.entry(".lora.down.weight", Role.DOWN), Map.entry(".lora.up.weight", Role.UP),
            Map.entry(".lora_linear_layer.down.weight", Role.DOWN), Map.entry(".lora_linear_layer.up.weight", Role.UP),
            Map.entry(".lora_A.weight", Role.DOWN), Map.entry(".lora_B.weight", Role.UP),
            Map.entry(".lora_down.weight", Role.DOWN), Map.entry(".lora_up.weight", Role.UP),
            Map.entry("_lora.down.weight", Role.DOWN), Map.entry("_lora.up.weight", Role.UP),
            Map.entry(".alpha", Role.ALPHA), Map.entry(".dora_scale", Role.MAGNITUDE),
            Map.entry(".lora_magnitude_vector", Role.MAGNITUDE),
            Map.entry(".lora_magnitude_vector.weight", Role.MAGNITUDE));
    /** Before the names in files that peft itself saves; it knows one model only. */
    private static final String PEFT = "base_model.model.";

    static LoraKey parse(String key) {
        for (var ending : ENDINGS.entrySet()) {
            if (key.endsWith(ending.getKey())) {
                String name = key.substring(0, key.length() - ending.getKey().length());
                return new LoraKey(plain(name), ending.getValue());
            }
        }
        if (key.contains("hada_") || key.contains("lokr_") || key.contains("lora_mid") || key.endsWith(".diff")) {
            throw new LoraException("lora_unsupported", "This file holds an adapter of another kind than LoRA.");
        }
        throw new LoraException("lora_mismatch", "This is not a LoRA file: it holds " + key + ".");
    }

    /** Whether peft itself saved the tensor: what it knows beside the numbers lies in another file. */
    static boolean isOfPeft(String key) {
        return key.startsWith(PEFT);
    }

    /** Without what older versions of the libraries put between. */
    private static String plain(String name) {
        if (name.startsWith(PEFT)) {
            return "unet." + name.substring(PEFT.length());
        }
        return name.contains(".processor.") ? name.replace(".processor.", ".").replaceAll("to_out$", "to_out.0") : name;
    }
}
