package dev.storyloom.diffusion.unet;

import com.fasterxml.jackson.databind.JsonNode;
import dev.storyloom.diffusion.ModelException;
import java.util.ArrayList;
import java.util.List;

/** What of a U-Net's {@code config.json} decides its shape. Lists have one entry a down block, outermost first. */
public record UNetConfig(
        int inChannels,
        int outChannels,
        List<Integer> channels,
        List<Boolean> crossAttention,
        List<Integer> heads,
        List<Integer> transformerLayers,
        int layersPerBlock,
        int contextChannels,
        int groups,
        double eps,
        boolean linearProjection,
        int additionTimeChannels,
        int additionChannels,
        int sampleSize) {

    /** Reads a diffusers config; throws ModelException for a U-Net that is not of SDXL's kind. */
    public static UNetConfig from(JsonNode json) {
        require("text_time".equals(json.path("addition_embed_type").asText()), "it has no text_time conditioning");
        require(json.path("flip_sin_to_cos").asBoolean(true) && json.path("freq_shift").asInt(0) == 0,
                "its time embedding is another");
        require("silu".equals(json.path("act_fn").asText("silu")), "it is activated by " + json.path("act_fn").asText());
        for (String option : List.of("time_embedding_dim", "class_embed_type", "encoder_hid_dim", "time_cond_proj_dim")) {
            require(json.path(option).isMissingNode() || json.path(option).isNull(), "it has a " + option);
        }
        List<Integer> channels = ints(json.path("block_out_channels"), 0);
        var cross = new ArrayList<Boolean>();
        for (JsonNode type : json.path("down_block_types")) {
            require(type.asText().matches("(CrossAttn)?DownBlock2D"), "it has a block of type " + type.asText());
            cross.add(type.asText().startsWith("CrossAttn"));
        }
        require(!channels.isEmpty() && channels.size() == cross.size(), "its blocks and channels do not match");
        return new UNetConfig(
                json.path("in_channels").asInt(4),
                json.path("out_channels").asInt(4),
                channels,
                List.copyOf(cross),
                ints(json.path("attention_head_dim"), channels.size()), // SDXL's files mean heads by this name
                ints(json.path("transformer_layers_per_block"), channels.size()),
                json.path("layers_per_block").asInt(2),
                json.path("cross_attention_dim").asInt(),
                json.path("norm_num_groups").asInt(32),
                json.path("norm_eps").asDouble(1e-5),
                json.path("use_linear_projection").asBoolean(false),
                json.path("addition_time_embed_dim").asInt(),
                json.path("projection_class_embeddings_input_dim").asInt(),
                json.path("sample_size").asInt(128));
    }

    /** Channels of the time embedding. */
    public int timeChannels() {
        return channels.get(0) * 4;
    }

    private static List<Integer> ints(JsonNode node, int blocks) {
        var values = new ArrayList<Integer>();
        if (node.isInt()) {
            for (int i = 0; i < blocks; i++) {
                values.add(node.asInt());
            }
        }
        node.forEach(value -> values.add(value.asInt()));
        return List.copyOf(values);
    }

    private static void require(boolean condition, String why) {
        if (!condition) {
            throw new ModelException("This U-Net is not of SDXL's kind: " + why + ".");
        }
    }
}
