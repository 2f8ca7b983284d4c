package dev.storyloom.diffusion.tokenizer;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;

import dev.storyloom.diffusion.ModelException;

/** What a tokenizer folder of diffusers says: the vocabulary, the merges, the special tokens, the length. */
record TokenizerFolder(JsonNode vocabulary, List<String> merges, String start, String end, String pad, int limit) {

    private static final ObjectMapper JSON = new ObjectMapper();

    static TokenizerFolder read(Path folder) {
        try {
            JsonNode vocabulary = JSON.readTree(Files.readString(folder.resolve("vocab.json")));
            List<String> merges = Files.readAllLines(folder.resolve("merges.txt")).stream()
                    .filter(line -> !line.isBlank() && !line.startsWith("#version")).toList();
            JsonNode special = optional(folder.resolve("special_tokens_map.json"));
            JsonNode config = optional(folder.resolve("tokenizer_config.json"));
            String end = token(special, "eos_token", "<|endoftext|>");
            var read = new TokenizerFolder(vocabulary, merges, token(special, "bos_token", "<|startoftext|>"), end,
                    token(special, "pad_token", end), config.path("model_max_length").asInt(77));
            for (String token : List.of(read.start, read.end, read.pad)) {
                read.id(token);
            }
            return read;
        } catch (IOException e) {
            throw new ModelException("model_incomplete", "The tokenizer " + folder + " cannot be read.", e);
        }
    }

    int id(String token) {
        JsonNode id = vocabulary.path(token);
        if (!id.isInt()) {
            throw new ModelException("The tokenizer's vocabulary lacks " + token + ".");
        }
        return id.asInt();
    }

    private static JsonNode optional(Path file) throws IOException {
        return Files.exists(file) ? JSON.readTree(Files.readString(file)) : JSON.createObjectNode();
    }

    private static String token(JsonNode special, String key, String otherwise) {
        JsonNode token = special.path(key);
        return token.isObject() ? token.path("content").asText(otherwise) : token.asText(otherwise);
    }
}
