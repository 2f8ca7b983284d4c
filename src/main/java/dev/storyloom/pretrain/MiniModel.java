package dev.storyloom.pretrain;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.storyloom.diffusion.weights.SafetensorsFile;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * The model in the making: a folder in diffusers' layout, whose configs say what is built and into which the weights go.
 *
 * @param warm whether training begins with the weights that lie in the folder, where there is no checkpoint yet
 */
record MiniModel(Path folder, boolean warm) {
    private static final ObjectMapper JSON = new ObjectMapper();

    /** The config of {@code part}. */
    JsonNode config(String part) {
        try {
            return JSON.readTree(folder.resolve(part).resolve("config.json").toFile());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    void writeConfig(String part, JsonNode config) throws IOException {
        JSON.writerWithDefaultPrettyPrinter()
                .writeValue(folder.resolve(part).resolve("config.json").toFile(), config);
    }

    /** Where the weights of {@code part} lie. */
    Path weights(String part) {
        boolean text = part.startsWith("text_encoder");
        return folder.resolve(part).resolve(text ? "model.safetensors" : "diffusion_pytorch_model.safetensors");
    }

    /** Goes on from {@code checkpoint}; without one, from the folder's own weights of {@code parts} where these are wanted. */
    void resume(Trainee trainee, Path checkpoint, String... parts) {
        if (warm && !Files.exists(checkpoint)) {
            for (String part : parts) {
                trainee.begin(part + ".", SafetensorsFile.open(weights(part)));
            }
        }
        trainee.resume(checkpoint);
    }

    /** Writes the averaged weights of {@code parts}. */
    void export(Trainee trainee, String... parts) {
        for (String part : parts) {
            trainee.export(part + ".", weights(part));
        }
    }
}
