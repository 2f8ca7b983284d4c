package dev.storyloom.diffusion.lora;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import dev.storyloom.diffusion.nn.Adaptable;
import dev.storyloom.diffusion.weights.ModelFolder;

/**
 * The linear layers and convolutions of a model that a LoRA can change, under each of the names that files use for them:
 * diffusers' paths, kohya's (dots as underscores) and kohya's for the original SDXL code (input_blocks, middle_block …).
 */
public final class LoraTargets {

    /** One layer: part, path, channels in and out, and the side of a convolution's window, 0 for a linear layer. */
    public record Target(String part, String module, int in, int out, int window) {
    }

    private static final List<String> PARTS = List.of("unet", "text_encoder", "text_encoder_2");
    private static final Map<String, String> KOHYA =
            Map.of("unet", "lora_unet_", "text_encoder", "lora_te1_", "text_encoder_2", "lora_te2_");
    private static final String WEIGHT = ".weight";
    private static final Pattern BLOCK = Pattern.compile("(down|up)_blocks\\.(\\d+)\\.attentions\\.(\\d+)\\.(.+)");
    private static final Pattern RESNET = Pattern.compile("(down|up)_blocks\\.(\\d+)\\.resnets\\.(\\d+)\\.(\\w+)");
    private static final Pattern MIDDLE = Pattern.compile("mid_block\\.resnets\\.([01])\\.(\\w+)");
    private static final Pattern SAMPLER = Pattern.compile("(down|up)_blocks\\.(\\d+)\\.(?:down|up)samplers\\.0\\.conv");
    private static final Map<String, String> IN_RESNET = Map.of("time_emb_proj", "emb_layers.1", "conv1", "in_layers.2",
            "conv2", "out_layers.3", "conv_shortcut", "skip_connection");

    private final Map<String, Target> byName = new HashMap<>();
    private final Map<String, String> originals = new HashMap<>();

    /** The layers of a model folder, from its weights' names and shapes alone; nothing is loaded. */
    public static LoraTargets of(ModelFolder model) {
        var targets = new LoraTargets();
        int layersPerBlock = model.config("unet").path("layers_per_block").asInt(2);
        for (String part : PARTS) {
            if (model.has(part)) {
                model.weights(part).tensors().values().forEach(info -> {
                    boolean matrix = info.name().endsWith(WEIGHT) && info.shape().length == 2;
                    boolean convolution = info.name().endsWith(WEIGHT) && info.shape().length == 4 && part.equals("unet");
                    if ((matrix || convolution) && !info.name().endsWith("_embedding.weight")) {
                        String module = info.name().substring(0, info.name().length() - WEIGHT.length());
                        targets.add(new Target(part, module, Math.toIntExact(info.shape()[1]),
                                Math.toIntExact(info.shape()[0]), matrix ? 0 : Math.toIntExact(info.shape()[2])), layersPerBlock);
                    }
                });
            }
        }
        return targets;
    }

    /** The layers of a model, by part and path. */
    public static LoraTargets of(Map<String, Map<String, Adaptable>> parts, int layersPerBlock) {
        var targets = new LoraTargets();
        parts.forEach((part, layers) -> layers.forEach((module, layer) -> targets.add(new Target(part, module,
                Math.toIntExact(layer.in()), Math.toIntExact(layer.out()), layer.window()), layersPerBlock)));
        return targets;
    }

    /** Adds a layer. Add all layers of the U-Net before reading: {@code layersPerBlock} is its config's. */
    public LoraTargets add(Target target, int layersPerBlock) {
        String part = target.part();
        String module = target.module();
        byName.put(part + "." + module, target);
        String bare = module.startsWith("text_model.") ? module.substring("text_model.".length()) : module;
        if (part.equals("unet")) {
            String original = originalName(module, layersPerBlock);
            originals.put(module, original);
            byName.put(kohya(part, module), target);
            byName.put(kohya(part, original), target);
        } else {
            // Files name the encoders' layers with or without this prefix, as library versions came and went.
            byName.put(part + ".text_model." + bare, target);
            byName.put(part + "." + bare, target);
            byName.put(kohya(part, "text_model." + bare), target);
            byName.put(kohya(part, bare), target);
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
        Matcher resnet = RESNET.matcher(module);
        if (resnet.matches()) {
            boolean down = resnet.group(1).equals("down");
            int flat = Integer.parseInt(resnet.group(2)) * (layersPerBlock + 1) + Integer.parseInt(resnet.group(3));
            return (down ? "input_blocks." + (flat + 1) : "output_blocks." + flat) + ".0."
                    + IN_RESNET.get(resnet.group(4));
        }
        Matcher middle = MIDDLE.matcher(module);
        if (middle.matches()) {
            return "middle_block." + 2 * Integer.parseInt(middle.group(1)) + "." + IN_RESNET.get(middle.group(2));
        }
        Matcher sampler = SAMPLER.matcher(module);
        if (sampler.matches()) {
            int first = Integer.parseInt(sampler.group(2)) * (layersPerBlock + 1);
            // All of SDXL's upsamplers stand behind a resnet and an attention.
            return sampler.group(1).equals("down") ? "input_blocks." + (first + layersPerBlock + 1) + ".0.op"
                    : "output_blocks." + (first + layersPerBlock) + ".2.conv";
        }
        return module.replace("mid_block.attentions.0.", "middle_block.1.")
                .replace("conv_in", "input_blocks.0.0").replace("conv_out", "out.2")
                .replace("time_embedding.linear_1", "time_embed.0").replace("time_embedding.linear_2", "time_embed.2")
                .replace("add_embedding.linear_1", "label_emb.0.0").replace("add_embedding.linear_2", "label_emb.0.2");
    }

    /** The path of one of the U-Net's layers in Stability's code. */
    String original(LoraLayer layer) {
        return originals.get(layer.module());
    }

    /** A path of the part as kohya's files write it. */
    static String kohya(String part, String module) {
        return KOHYA.get(part) + module.replace('.', '_');
    }
}
