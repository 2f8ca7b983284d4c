package dev.storyloom.pretrain;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;

/** The configs that make storyloom-mini what it is: SDXL's architecture, scaled down. Kept as resources. */
final class MiniModel {
    private static final ObjectMapper JSON = new ObjectMapper();

    private MiniModel() {}

    /** The config of {@code part}, e.g. {@code unet/config.json}. */
    static JsonNode config(String file) {
        try (InputStream in = MiniModel.class.getResourceAsStream("/models/storyloom-mini/" + file)) {
            return JSON.readTree(in);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
