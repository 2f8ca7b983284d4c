package dev.storyloom.diffusion.weights;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;

import com.fasterxml.jackson.core.json.JsonReadFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;

import dev.storyloom.diffusion.ModelException;
import dev.storyloom.diffusion.SafetensorsException;

/** One part of a model, in a folder of its own: a config, and weights where the part has any. */
public final class ModelPart {

    /** Python writes infinities into JSON, and some schedulers' configs hold one. */
    private static final ObjectMapper JSON =
            JsonMapper.builder().enable(JsonReadFeature.ALLOW_NON_NUMERIC_NUMBERS).build();
    private static final List<String> WEIGHT_FILES = List.of("diffusion_pytorch_model.safetensors",
            "model.safetensors", "diffusion_pytorch_model.fp16.safetensors", "model.fp16.safetensors");
    private static final List<String> INDEX_FILES = List.of("diffusion_pytorch_model.safetensors.index.json",
            "model.safetensors.index.json", "diffusion_pytorch_model.safetensors.index.fp16.json",
            "model.safetensors.index.fp16.json");

    private final Path folder;

    private ModelPart(Path folder) {
        this.folder = folder;
    }

    /** Throws ModelException where there is no such folder. */
    public static ModelPart open(Path folder) {
        if (!Files.isDirectory(folder)) {
            throw new ModelException("model_missing", "There is no model folder " + folder + ".");
        }
        return new ModelPart(folder);
    }

    public Path path() {
        return folder;
    }

    /** As the model calls it, for example {@code unet}. */
    public String name() {
        return folder.toAbsolutePath().normalize().getFileName().toString();
    }

    /** {@code config.json}; {@code scheduler_config.json} for the scheduler. */
    public JsonNode config() {
        return json(folder, name().equals("scheduler") ? "scheduler_config.json" : "config.json");
    }

    /** The numbers: one file or several shards, checked as files but not against the config. */
    public TensorSource weights() {
        for (String name : WEIGHT_FILES) {
            if (Files.exists(folder.resolve(name))) {
                return tensors(folder.resolve(name));
            }
        }
        for (String name : INDEX_FILES) {
            if (Files.exists(folder.resolve(name))) {
                return shards(folder, name);
            }
        }
        throw new ModelException("model_incomplete", "The model's part \"" + name() + "\" has no safetensors file.");
    }

    private static TensorSource shards(Path part, String indexName) {
        JsonNode weightMap = json(part, indexName).path("weight_map");
        var names = new TreeSet<String>();
        weightMap.forEach(file -> names.add(file.asText()));
        List<TensorSource> shards = new ArrayList<>();
        for (String name : names) {
            Path file = part.resolve(name).normalize();
            if (!file.startsWith(part.normalize())) {
                throw new ModelException(indexName + " names a file outside of the model.");
            }
            shards.add(tensors(file));
        }
        var weights = new ShardedWeights(shards);
        weightMap.fieldNames().forEachRemaining(name -> {
            if (!weights.tensors().containsKey(name)) {
                throw new ModelException("The model lacks the weight " + name + ".");
            }
        });
        return weights;
    }

    private static SafetensorsFile tensors(Path file) {
        try {
            // Download caches keep a model's files behind links; the folder is the owner's own, so follow them.
            return SafetensorsFile.open(file.toRealPath());
        } catch (IOException e) {
            throw new ModelException("model_incomplete", "The model's file " + file + " is missing.", e);
        } catch (SafetensorsException e) {
            throw new ModelException("model_damaged", "The model's file " + file + " is damaged: " + e.getMessage(), e);
        }
    }

    static JsonNode json(Path folder, String name) {
        Path file = folder.resolve(name);
        if (!Files.isRegularFile(file)) {
            throw new ModelException("model_incomplete", "The model's file " + file + " is missing.");
        }
        try {
            JsonNode node = JSON.readTree(file.toFile());
            if (node.isObject()) {
                return node;
            }
            throw new ModelException("The model's file " + file + " is damaged: it is not a JSON object.");
        } catch (IOException e) {
            throw new ModelException("model_damaged", "The model's file " + file + " is damaged: it is not JSON.", e);
        }
    }
}
