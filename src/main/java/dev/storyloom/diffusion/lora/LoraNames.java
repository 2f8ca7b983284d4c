package dev.storyloom.diffusion.lora;

import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;

import dev.storyloom.diffusion.lora.LoraKey.Role;

/** The ways in which programs name a LoRA's tensors. */
public enum LoraNames {

    /** {@code unet.….to_q.lora_A.weight}. */
    PEFT(Map.of(Role.DOWN, ".lora_A.weight", Role.UP, ".lora_B.weight", Role.MAGNITUDE, ".lora_magnitude_vector")),
    /** What save_lora_weights of diffusers writes for attention layers: {@code unet.….to_q.lora.down.weight}. */
    DIFFUSERS(PEFT.endings),
    /** kohya's with diffusers' blocks: {@code lora_unet_down_blocks_1_….lora_down.weight}. */
    KOHYA(Map.of(Role.DOWN, ".lora_down.weight", Role.UP, ".lora_up.weight", Role.ALPHA, ".alpha",
            Role.MAGNITUDE, ".dora_scale")),
    /** kohya's with the blocks of Stability's code, as its trainer writes for SDXL: {@code lora_unet_input_blocks_4…}. */
    KOHYA_SGM(KOHYA.endings);

    /** Only these projections have names of their own in diffusers' files. */
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

    /**
     * The names to use for all of {@code layers}: peft's instead of diffusers' where some have no name of their own there.
     * save_lora_weights mixes both, and then load_lora_weights passes half of the layers over without a word.
     */
    LoraNames fitting(List<LoraLayer> layers) {
        return this == DIFFUSERS && !layers.stream().allMatch(LoraNames::isAttention) ? PEFT : this;
    }

    private static boolean isAttention(LoraLayer layer) {
        return (layer.part().equals("unet") ? UNET : TEXT).matcher(layer.module()).matches();
    }

    String key(LoraLayer layer, Role role, LoraTargets targets) {
        return switch (this) {
            case DIFFUSERS -> layer.part() + "." + path(layer) + diffusers(layer, role);
            case PEFT -> layer.part() + "." + path(layer) + peft(layer, role);
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

    /** Without the last word load_lora_weights would take text encoders' magnitudes for new ones. */
    private String peft(LoraLayer layer, Role role) {
        boolean text = role == Role.MAGNITUDE && !layer.part().equals("unet");
        return endings.get(role) + (text ? ".weight" : "");
    }

    private String diffusers(LoraLayer layer, Role role) {
        if (role == Role.MAGNITUDE) {
            return peft(layer, role);
        }
        String between = layer.part().equals("unet") ? ".lora." : ".lora_linear_layer.";
        return between + (role == Role.DOWN ? "down" : "up") + ".weight";
    }
}
