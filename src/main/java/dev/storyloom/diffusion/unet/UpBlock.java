package dev.storyloom.diffusion.unet;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.types.Shape;
import dev.storyloom.diffusion.nn.Conv2d;
import dev.storyloom.diffusion.nn.ResnetBlock;
import dev.storyloom.diffusion.nn.SpatialTransformer;
import dev.storyloom.diffusion.nn.TextContext;
import dev.storyloom.diffusion.nn.Weights;
import dev.storyloom.diffusion.tensor.Ops;
import dev.storyloom.diffusion.tensor.Scope;
import dev.storyloom.diffusion.tensor.Segments;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;

/** The mirror of a down block: each resnet sees the skip of the same height, then the map is doubled. */
final class UpBlock {
    private final List<ResnetBlock> resnets = new ArrayList<>();
    private final List<SpatialTransformer> attentions = new ArrayList<>();
    private final Conv2d upsampler;

    /** {@code level}: index of the down block that this one mirrors. */
    UpBlock(Weights weights, UNetConfig config, int level) {
        int last = config.channels().size() - 1;
        int out = config.channels().get(level);
        int below = config.channels().get(Math.min(level + 1, last));
        int above = config.channels().get(Math.max(level - 1, 0));
        for (int i = 0; i <= config.layersPerBlock(); i++) {
            int in = i == 0 ? below : out;
            int skip = i == config.layersPerBlock() ? above : out;
            resnets.add(new ResnetBlock(
                    weights.at("resnets").at(i), in + skip, out, config.timeChannels(), config.groups(), config.eps()));
            if (config.crossAttention().get(level)) {
                attentions.add(new SpatialTransformer(weights.at("attentions").at(i), DownBlock.shapes(config, level)));
            }
        }
        this.upsampler = level == 0 ? null : Conv2d.same(weights.at("upsamplers.0.conv"), out, out);
    }

    /** Takes as many {@code skips} as it has resnets; the next one tells the size to grow to (odd maps do not double). */
    NDArray forward(NDArray x, NDArray embedding, TextContext context, Deque<NDArray> skips, Segments segments) {
        try (var scope = Scope.open()) {
            NDArray y = x;
            for (int i = 0; i < resnets.size(); i++) {
                int layer = i;
                y = segments.run(
                        in -> layer(layer, in[0], in[1], embedding, context.with(in[2])),
                        y,
                        skips.removeLast(),
                        context.states());
            }
            if (upsampler != null) {
                Shape size = skips.getLast().getShape();
                y = segments.run(in -> grow(in[0], size), y);
            }
            return scope.keep(y);
        }
    }

    private NDArray layer(int index, NDArray x, NDArray skip, NDArray embedding, TextContext context) {
        try (var scope = Scope.open()) {
            NDArray y = resnets.get(index).forward(Ops.concat(List.of(x, skip), 1), embedding);
            return scope.keep(attentions.isEmpty() ? y : attentions.get(index).forward(y, context));
        }
    }

    private NDArray grow(NDArray x, Shape size) {
        try (var scope = Scope.open()) {
            return scope.keep(upsampler.forward(Ops.upsample(x, size.get(2), size.get(3))));
        }
    }
}
