package dev.storyloom.diffusion.vae;

import ai.djl.ndarray.NDArray;
import dev.storyloom.diffusion.nn.Conv2d;
import dev.storyloom.diffusion.nn.GroupNorm;
import dev.storyloom.diffusion.nn.ResnetBlock;
import dev.storyloom.diffusion.nn.Weights;
import dev.storyloom.diffusion.tensor.Ops;
import dev.storyloom.diffusion.tensor.Scope;
import java.util.ArrayList;
import java.util.List;

/** Picture to the moments of its latents. */
final class Encoder {
    private final Conv2d convIn;
    private final List<List<ResnetBlock>> resnets = new ArrayList<>();
    private final List<Conv2d> downsamplers = new ArrayList<>();
    private final MidBlock midBlock;
    private final GroupNorm convNormOut;
    private final Conv2d convOut;

    Encoder(Weights weights, VaeConfig config) {
        List<Integer> channels = config.channels();
        int groups = config.groups();
        int last = channels.get(channels.size() - 1);
        this.convIn = Conv2d.same(weights.at("conv_in"), 3, channels.get(0));
        for (int i = 0; i < channels.size(); i++) {
            Weights block = weights.at("down_blocks").at(i);
            var layers = new ArrayList<ResnetBlock>();
            for (int j = 0; j < config.layersPerBlock(); j++) {
                int in = channels.get(j == 0 ? Math.max(0, i - 1) : i);
                layers.add(
                        new ResnetBlock(block.at("resnets").at(j), in, channels.get(i), 0, groups, MidBlock.EPS));
            }
            resnets.add(layers);
            if (i < channels.size() - 1) {
                downsamplers.add(
                        new Conv2d(block.at("downsamplers.0.conv"), channels.get(i), channels.get(i), 3, 2, 0));
            }
        }
        this.midBlock = new MidBlock(weights.at("mid_block"), last, groups);
        this.convNormOut = new GroupNorm(weights.at("conv_norm_out"), groups, last, MidBlock.EPS);
        this.convOut = Conv2d.same(weights.at("conv_out"), last, 2L * config.latentChannels());
    }

    NDArray forward(NDArray image) {
        try (var scope = Scope.open()) {
            NDArray y = convIn.forward(image);
            for (int i = 0; i < resnets.size(); i++) {
                for (ResnetBlock resnet : resnets.get(i)) {
                    y = resnet.forward(y, null);
                }
                if (i < downsamplers.size()) {
                    y = downsamplers.get(i).forward(Ops.padBottomRight(y));
                }
            }
            return scope.keep(convOut.forward(convNormOut.forwardSilu(midBlock.forward(y))));
        }
    }
}
