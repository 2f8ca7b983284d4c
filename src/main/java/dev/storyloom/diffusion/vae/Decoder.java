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

/** Latents to picture. */
final class Decoder {
    private final Conv2d convIn;
    private final MidBlock midBlock;
    private final List<List<ResnetBlock>> resnets = new ArrayList<>();
    private final List<Conv2d> upsamplers = new ArrayList<>();
    private final GroupNorm convNormOut;
    private final Conv2d convOut;

    Decoder(Weights weights, VaeConfig config) {
        int blocks = config.channels().size();
        int groups = config.groups();
        int deepest = config.channels().get(blocks - 1);
        this.convIn = Conv2d.same(weights.at("conv_in"), config.latentChannels(), deepest);
        this.midBlock = new MidBlock(weights.at("mid_block"), deepest, groups);
        int in = deepest;
        for (int i = 0; i < blocks; i++) {
            Weights block = weights.at("up_blocks").at(i);
            int out = config.channels().get(blocks - 1 - i);
            var layers = new ArrayList<ResnetBlock>();
            for (int j = 0; j <= config.layersPerBlock(); j++) {
                layers.add(new ResnetBlock(block.at("resnets").at(j), in, out, 0, groups, MidBlock.EPS));
                in = out;
            }
            resnets.add(layers);
            if (i < blocks - 1) {
                upsamplers.add(Conv2d.same(block.at("upsamplers.0.conv"), out, out));
            }
        }
        this.convNormOut = new GroupNorm(weights.at("conv_norm_out"), groups, in, MidBlock.EPS);
        this.convOut = Conv2d.same(weights.at("conv_out"), in, 3);
    }

    NDArray forward(NDArray latents) {
        try (var scope = Scope.open()) {
            NDArray y = midBlock.forward(convIn.forward(latents));
            for (int i = 0; i < resnets.size(); i++) {
                for (ResnetBlock resnet : resnets.get(i)) {
                    y = resnet.forward(y, null);
                }
                if (i < upsamplers.size()) {
                    var shape = y.getShape();
                    y = upsamplers.get(i).forward(Ops.upsample(y, shape.get(2) * 2, shape.get(3) * 2));
                }
            }
            return scope.keep(convOut.forward(convNormOut.forwardSilu(y)));
        }
    }
}
