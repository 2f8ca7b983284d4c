package dev.storyloom.diffusion.lora;

import java.io.IOException;
import java.util.Map;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;

import dev.storyloom.diffusion.LoraException;

/** Alphas that diffusers keeps in the file's metadata when they are not the rank. */
record AdapterMetadata(JsonNode json) {

    private static final ObjectMapper JSON = new ObjectMapper();

    static AdapterMetadata of(Map<String, String> metadata) {
        try {
            return new AdapterMetadata(JSON.readTree(metadata.getOrDefault("lora_adapter_metadata", "{}")));
        } catch (IOException e) {
            throw new LoraException("lora_mismatch", "The LoRA's metadata is damaged.", e);
        }
    }

    double alpha(LoraTargets.Target target, int rank) {
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
