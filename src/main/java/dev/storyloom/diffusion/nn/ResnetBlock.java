package dev.storyloom.diffusion.nn;

import ai.djl.ndarray.NDArray;
import dev.storyloom.diffusion.tensor.Ops;
import dev.storyloom.diffusion.tensor.Scope;

/** Two norm–SiLU–convolution steps beside a skip, shifted by the time embedding where there is one (ResnetBlock2D). */
public final class ResnetBlock {
    private final GroupNorm norm1;
    private final Conv2d conv1;
    private final Linear timeEmbProj;
    private final GroupNorm norm2;
    private final Conv2d conv2;
    private final Conv2d convShortcut;

    /** {@code timeChannels} 0: no time embedding (the VAE). */
    public ResnetBlock(Weights weights, long in, long out, long timeChannels, int groups, double eps) {
        this.norm1 = new GroupNorm(weights.at("norm1"), groups, in, eps);
        this.conv1 = Conv2d.same(weights.at("conv1"), in, out);
        this.timeEmbProj = timeChannels == 0 ? null : new Linear(weights.at("time_emb_proj"), timeChannels, out, true);
        this.norm2 = new GroupNorm(weights.at("norm2"), groups, out, eps);
        this.conv2 = Conv2d.same(weights.at("conv2"), out, out);
        this.convShortcut = in == out ? null : new Conv2d(weights.at("conv_shortcut"), in, out, 1, 1, 0);
    }

    /** x (B, in, H, W), embedding (B, timeChannels) or null → (B, out, H, W). */
    public NDArray forward(NDArray x, NDArray embedding) {
        try (var scope = Scope.open()) {
            NDArray y = conv1.forward(norm1.forwardSilu(x));
            if (timeEmbProj != null) {
                NDArray shift = timeEmbProj.forward(Ops.silu(embedding));
                y = y.add(shift.reshape(shift.getShape().get(0), shift.getShape().get(1), 1, 1));
            }
            y = conv2.forward(norm2.forwardSilu(y));
            return scope.keep((convShortcut == null ? x : convShortcut.forward(x)).add(y));
        }
    }
}
