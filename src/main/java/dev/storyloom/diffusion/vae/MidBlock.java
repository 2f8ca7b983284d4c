package dev.storyloom.diffusion.vae;

import ai.djl.ndarray.NDArray;
import dev.storyloom.diffusion.nn.Attention;
import dev.storyloom.diffusion.nn.GroupNorm;
import dev.storyloom.diffusion.nn.ResnetBlock;
import dev.storyloom.diffusion.nn.Weights;
import dev.storyloom.diffusion.tensor.Scope;

/** Resnet, single-head attention over all pixels, resnet (UNetMidBlock2D). */
final class MidBlock {
    static final double EPS = 1e-6;

    private final ResnetBlock first;
    private final GroupNorm norm;
    private final Attention attention;
    private final ResnetBlock last;

    MidBlock(Weights weights, int channels, int groups) {
        this.first = new ResnetBlock(weights.at("resnets.0"), channels, channels, 0, groups, EPS);
        this.norm = new GroupNorm(weights.at("attentions.0.group_norm"), groups, channels, EPS);
        this.attention = new Attention(weights.at("attentions.0"), channels, channels, 1, true);
        this.last = new ResnetBlock(weights.at("resnets.1"), channels, channels, 0, groups, EPS);
    }

    NDArray forward(NDArray x) {
        try (var scope = Scope.open()) {
            NDArray y = first.forward(x, null);
            var shape = y.getShape();
            NDArray pixels = norm.forward(y).reshape(shape.get(0), shape.get(1), -1).transpose(0, 2, 1);
            NDArray attended = attention.forward(pixels, null).transpose(0, 2, 1).reshape(shape);
            return scope.keep(last.forward(y.add(attended), null));
        }
    }
}
