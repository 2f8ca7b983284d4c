package dev.storyloom.diffusion.weights;

import java.nio.file.Files;
import java.nio.file.Path;

import com.fasterxml.jackson.databind.JsonNode;

import dev.storyloom.diffusion.ModelException;

/**
 * A model in the folder layout of diffusers: {@code model_index.json} and one folder for each part, with its config
 * and its weights in one safetensors file or several shards. Faults are {@link ModelException}s.
 */
public final class ModelFolder {

    private final Path folder;
    private final JsonNode index;

    private ModelFolder(Path folder, JsonNode index) {
        this.folder = folder;
        this.index = index;
    }

    public static ModelFolder open(Path folder) {
        if (!Files.isDirectory(folder)) {
            throw new ModelException("model_missing", "There is no model folder " + folder + ".");
        }
        return new ModelFolder(folder, ModelPart.json(folder, "model_index.json"));
    }

    public Path path() {
        return folder;
    }

    /** The contents of {@code model_index.json}. */
    public JsonNode index() {
        return index;
    }

    public boolean has(String part) {
        return Files.isDirectory(folder.resolve(part));
    }

    /** The folder of a part, for example {@code tokenizer}. */
    public Path part(String part) {
        if (!has(part)) {
            throw new ModelException("model_incomplete", "The model has no folder \"" + part + "\".");
        }
        return folder.resolve(part);
    }

    public JsonNode config(String part) {
        return at(part).config();
    }

    /** A part by its name, with its config and its weights. */
    public ModelPart at(String part) {
        return ModelPart.open(part(part));
    }

    public TensorSource weights(String part) {
        return at(part).weights();
    }
}
