package dev.storyloom.diffusion.lora;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;

import dev.storyloom.diffusion.LoraException;

/** Alphas that diffusers keeps in the file's metadata when they are not the rank: peft's LoraConfig of each part. */
record AdapterMetadata(JsonNode json) {

    static final String KEY = "lora_adapter_metadata";

    private static final ObjectMapper JSON = new ObjectMapper();

    static AdapterMetadata of(Map<String, String> metadata) {
        try {
            return new AdapterMetadata(JSON.readTree(metadata.getOrDefault(KEY, "{}")));
        } catch (IOException e) {
            throw new LoraException("lora_mismatch", "The LoRA's metadata is damaged.", e);
        }
    }

    /**
     * From peft's {@code adapter_config.json} beside its own file, which is always a U-Net's here; nothing where there
     * is none.
     */
    static AdapterMetadata beside(Path file) {
        Path config = file.resolveSibling("adapter_config.json");
        ObjectNode json = JSON.createObjectNode();
        try {
            if (Files.isRegularFile(config)) {
                JSON.readTree(config.toFile()).fields().forEachRemaining(
                        entry -> json.set("unet." + entry.getKey(), entry.getValue()));
            }
            return new AdapterMetadata(json);
        } catch (IOException e) {
            throw new LoraException("lora_mismatch", "The adapter_config.json beside the LoRA is damaged.", e);
        }
    }

    /** What diffusers needs to find the layers' alphas again. */
    static String write(List<LoraLayer> layers) {
        ObjectNode json = JSON.createObjectNode();
        Map<String, List<LoraLayer>> parts = layers.stream()
                .collect(Collectors.groupingBy(LoraLayer::part, TreeMap::new, Collectors.toList()));
        parts.forEach((part, own) -> {
            LoraLayer first = own.get(0);
            ObjectNode ranks = JSON.createObjectNode();
            ObjectNode alphas = JSON.createObjectNode();
            ArrayNode modules = JSON.createArrayNode();
            for (LoraLayer layer : own) {
                modules.add(layer.module());
                if (layer.rank() != first.rank()) {
                    ranks.put(layer.module(), layer.rank());
                }
                if (layer.alpha() != first.alpha()) {
                    alphas.put(layer.module(), layer.alpha());
                }
            }
            json.put(part + ".peft_type", "LORA").put(part + ".r", first.rank())
                    .put(part + ".lora_alpha", first.alpha()).put(part + ".use_dora", first.isDora());
            json.set(part + ".target_modules", modules);
            json.set(part + ".rank_pattern", ranks);
            json.set(part + ".alpha_pattern", alphas);
        });
        return json.toString();
    }

    double alpha(LoraTargets.Target target, int rank) {
        double alpha = written(target, rank);
        // Rank-stabilised LoRA (Kalajdzievski 2023) divides by the root of the rank.
        return json.path(target.part() + ".use_rslora").asBoolean() ? alpha * Math.sqrt(rank) : alpha;
    }

    private double written(LoraTargets.Target target, int rank) {
        JsonNode common = json.path(target.part() + ".lora_alpha");
        var patterns = json.path(target.part() + ".alpha_pattern").fields();
        while (patterns.hasNext()) {
            var pattern = patterns.next();
            if (target.module().equals(pattern.getKey()) || target.module().endsWith("." + pattern.getKey())) {
                return pattern.getValue().asDouble(rank);
            }
        }
        return common.asDouble(rank);
    }
}
