package dev.storyloom.diffusion.clip;

import com.fasterxml.jackson.databind.JsonNode;

/** What of a text encoder's {@code config.json} decides its shape; projection 0 where the file has none. */
public record ClipConfig(
        int width, int heads, int layers, int intermediate, int vocabulary, int positions, String activation,
        int projection, int eosTokenId, double eps) {

    public static ClipConfig from(JsonNode json) {
        boolean projected = json.path("architectures").toString().contains("WithProjection");
        return new ClipConfig(
                json.path("hidden_size").asInt(),
                json.path("num_attention_heads").asInt(),
                json.path("num_hidden_layers").asInt(),
                json.path("intermediate_size").asInt(),
                json.path("vocab_size").asInt(49408),
                json.path("max_position_embeddings").asInt(77),
                json.path("hidden_act").asText("quick_gelu"),
                projected ? json.path("projection_dim").asInt() : 0,
                json.path("eos_token_id").asInt(2),
                json.path("layer_norm_eps").asDouble(1e-5));
    }
}
