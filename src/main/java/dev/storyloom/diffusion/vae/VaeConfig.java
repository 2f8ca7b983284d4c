package dev.storyloom.diffusion.vae;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;

/**
 * What of a VAE's {@code config.json} decides its shape and how its latents are scaled for the U-Net. Where forceUpcast is
 * set, numbers inside pass what FLOAT16 can hold.
 */
public record VaeConfig(
        List<Integer> channels, int latentChannels, int layersPerBlock, int groups, LatentScaling scaling, int sampleSize,
        boolean forceUpcast) {

    public static VaeConfig from(JsonNode json) {
        var channels = new ArrayList<Integer>();
        json.path("block_out_channels").forEach(value -> channels.add(value.asInt()));
        int latentChannels = json.path("latent_channels").asInt(4);
        return new VaeConfig(
                List.copyOf(channels),
                latentChannels,
                json.path("layers_per_block").asInt(2),
                json.path("norm_num_groups").asInt(32),
                LatentScaling.from(json, latentChannels),
                json.path("sample_size").asInt(1024),
                json.path("force_upcast").asBoolean(true));
    }

    /** Pixels a latent stands for, along one side: 8 for four blocks. */
    public int reduction() {
        return 1 << (channels.size() - 1);
    }
}
