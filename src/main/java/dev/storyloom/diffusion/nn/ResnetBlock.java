package dev.storyloom.diffusion.nn;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.types.Shape;
import dev.storyloom.diffusion.tensor.PackedOps;
import dev.storyloom.diffusion.tensor.Scope;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** Two norm–SiLU–convolution steps beside a skip, shifted by the time embedding where there is one (ResnetBlock2D). */
public final class ResnetBlock {
    private final GroupNorm norm1;
    private final Conv2d conv1;
    private final Linear timeEmbProj;
    private final GroupNorm norm2;
    private final Conv2d conv2;
    private final Conv2d convShortcut;
    private final long channels;

    /** {@code timeChannels} 0: no time embedding (the VAE). */
    public ResnetBlock(Weights weights, long in, long out, long timeChannels, int groups, double eps) {
        this.norm1 = new GroupNorm(weights.at("norm1"), groups, in, eps);
        this.conv1 = Conv2d.same(weights.at("conv1"), in, out);
        this.timeEmbProj = timeChannels == 0 ? null : new Linear(weights.at("time_emb_proj"), timeChannels, out, true);
        this.norm2 = new GroupNorm(weights.at("norm2"), groups, out, eps);
        this.conv2 = Conv2d.same(weights.at("conv2"), out, out);
        this.convShortcut = in == out ? null : new Conv2d(weights.at("conv_shortcut"), in, out, 1, 1, 0);
        this.channels = out;
    }

    /** x (B, in, H, W), embedding (B, timeChannels), activated, or null → (B, out, H, W). */
    public NDArray forward(NDArray x, NDArray embedding) {
        try (var scope = Scope.open()) {
            if (Stream.of(conv1, timeEmbProj, conv2, convShortcut).allMatch(layer -> layer == null || layer.packs(x))) {
                return scope.keep(packed(x, embedding));
            }
            NDArray y = conv1.forward(norm1.forwardSilu(x));
            if (timeEmbProj != null) {
                NDArray shift = timeEmbProj.forward(embedding);
                y = y.add(shift.reshape(shift.getShape().get(0), shift.getShape().get(1), 1, 1));
            }
            y = conv2.forward(norm2.forwardSilu(y));
            return scope.keep((convShortcut == null ? x : convShortcut.forward(x)).add(y));
        }
    }

    private NDArray packed(NDArray x, NDArray embedding) {
        Shape in = x.getShape();
        Shape inner = new Shape(in.get(0), channels, in.get(2), in.get(3));
        var weights = new ArrayList<>(List.of(norm1.weight(), norm1.bias(), conv1.packed(in), conv1.bias()));
        weights.addAll(List.of(norm2.weight(), norm2.bias(), conv2.packed(inner), conv2.bias()));
        if (timeEmbProj != null) {
            weights.addAll(List.of(timeEmbProj.packed().weight(in.get(0)), timeEmbProj.bias()));
        }
        List<NDArray> shortcut =
                convShortcut == null ? List.of() : List.of(convShortcut.packed(in), convShortcut.bias());
        List<NDArray> embeddings = embedding == null ? List.of() : List.of(embedding);
        return PackedOps.resnet(x, embeddings, weights, shortcut, norm1.groups(), norm1.eps());
    }
}
