package dev.storyloom.diffusion.unet;

import ai.djl.ndarray.NDArray;
import dev.storyloom.diffusion.nn.Conv2d;
import dev.storyloom.diffusion.nn.ResnetBlock;
import dev.storyloom.diffusion.nn.SpatialTransformer;
import dev.storyloom.diffusion.nn.TextContext;
import dev.storyloom.diffusion.nn.Weights;
import dev.storyloom.diffusion.tensor.Scope;
import dev.storyloom.diffusion.tensor.Segments;
import java.util.ArrayList;
import java.util.List;

/** Resnets, each followed by a transformer where the block has attention, then a halving of the map. */
final class DownBlock {
    private final List<ResnetBlock> resnets = new ArrayList<>();
    private final List<SpatialTransformer> attentions = new ArrayList<>();
    private final Conv2d downsampler;

    DownBlock(Weights weights, UNetConfig config, int index) {
        int out = config.channels().get(index);
        for (int i = 0; i < config.layersPerBlock(); i++) {
            int in = i > 0 ? out : config.channels().get(Math.max(0, index - 1));
            resnets.add(new ResnetBlock(
                    weights.at("resnets").at(i), in, out, config.timeChannels(), config.groups(), config.eps()));
            if (config.crossAttention().get(index)) {
                attentions.add(new SpatialTransformer(weights.at("attentions").at(i), shapes(config, index)));
            }
        }
        this.downsampler = index == config.channels().size() - 1
                ? null
                : new Conv2d(weights.at("downsamplers.0.conv"), out, out, 3, 2, 1);
    }

    /** Shapes of the transformers beside the channels of down block {@code index}. */
    static SpatialTransformer.Shapes shapes(UNetConfig config, int index) {
        return new SpatialTransformer.Shapes(
                config.channels().get(index),
                config.contextChannels(),
                config.heads().get(index),
                config.transformerLayers().get(index),
                config.groups(),
                config.linearProjection());
    }

    /** Appends every intermediate map to {@code skips}, which owns no array; returns the last. */
    NDArray forward(NDArray x, NDArray embedding, TextContext context, List<NDArray> skips, Segments segments) {
        NDArray y = x;
        for (int i = 0; i < resnets.size(); i++) {
            int layer = i;
            y = segments.run(in -> layer(layer, in[0], embedding, context.with(in[1])), y, context.states());
            skips.add(y);
        }
        if (downsampler != null) {
            y = segments.run(in -> downsampler.forward(in[0]), y);
            skips.add(y);
        }
        return y;
    }

    private NDArray layer(int index, NDArray x, NDArray embedding, TextContext context) {
        try (var scope = Scope.open()) {
            NDArray y = resnets.get(index).forward(x, embedding);
            return scope.keep(attentions.isEmpty() ? y : attentions.get(index).forward(y, context));
        }
    }
}
