package dev.storyloom.diffusion.lora;

import java.util.Map;
import java.util.regex.Pattern;

import dev.storyloom.diffusion.lora.LoraKey.Role;

/** The ways in which programs name a LoRA's tensors. */
public enum LoraNames {

    /** What save_lora_weights of diffusers writes: {@code unet.….to_q.lora.down.weight}. */
    DIFFUSERS(Map.of(Role.DOWN, ".lora_A.weight", Role.UP, ".lora_B.weight", Role.MAGNITUDE, ".lora_magnitude_vector")),
    /** {@code unet.….to_q.lora_A.weight}. */
    PEFT(Map.of(Role.DOWN, ".lora_A.weight", Role.UP, ".lora_B.weight", Role.MAGNITUDE, ".lora_magnitude_vector")),
    /** kohya's with diffusers' blocks: {@code lora_unet_down_blocks_1_….lora_down.weight}. */
    KOHYA(Map.of(Role.DOWN, ".lora_down.weight", Role.UP, ".lora_up.weight", Role.ALPHA, ".alpha",
            Role.MAGNITUDE, ".dora_scale")),
    /** kohya's with the blocks of Stability's code, as its trainer writes for SDXL: {@code lora_unet_input_blocks_4…}. */
    KOHYA_SGM(KOHYA.endings);

    /** Only these projections have names of their own in diffusers' files; all others are as in peft's. */
    private static final Pattern UNET = Pattern.compile(".*\\.to_(q|k|v|out\\.0)");
    private static final Pattern TEXT = Pattern.compile(".*\\.(q|k|v|out)_proj");

    private final Map<Role, String> endings;

    LoraNames(Map<Role, String> endings) {
        this.endings = endings;
    }

    /** Does a file with these names hold each layer's alpha among its tensors? Else it stands in the metadata. */
    boolean holdsAlpha() {
        return endings.containsKey(Role.ALPHA);
    }

    String key(LoraLayer layer, Role role, LoraTargets targets) {
        return switch (this) {
            case DIFFUSERS -> layer.part() + "." + path(layer) + diffusers(layer, role);
            case PEFT -> layer.part() + "." + path(layer) + endings.get(role);
            case KOHYA -> LoraTargets.kohya(layer.part(), path(layer)) + endings.get(role);
            case KOHYA_SGM -> LoraTargets.kohya(layer.part(),
                    layer.part().equals("unet") ? targets.original(layer) : path(layer)) + endings.get(role);
        };
    }

    /** Newer model folders leave the text encoders' common prefix away; LoRA files never do. */
    private static String path(LoraLayer layer) {
        boolean bare = !layer.part().equals("unet") && !layer.module().startsWith("text_model.");
        return (bare ? "text_model." : "") + layer.module();
    }

    private String diffusers(LoraLayer layer, Role role) {
        boolean unet = layer.part().equals("unet");
        if (role == Role.MAGNITUDE || !(unet ? UNET : TEXT).matcher(layer.module()).matches()) {
            return endings.get(role);
        }
        return (unet ? ".lora." : ".lora_linear_layer.") + (role == Role.DOWN ? "down" : "up") + ".weight";
    }
}
