package dev.storyloom.diffusion.nn;

import ai.djl.ndarray.NDArray;
import dev.storyloom.diffusion.tensor.Ops;
import dev.storyloom.diffusion.tensor.Scope;

/** Multi-head attention with diffusers' layer names; attends to itself where no context is given. */
public final class Attention {
    private final Linear toQ;
    private final Linear toK;
    private final Linear toV;
    private final Linear toOut;
    private final int heads;

    /** {@code inputBias}: whether the three input projections carry a bias (only the VAE's do). */
    public Attention(Weights weights, long channels, long contextChannels, int heads, boolean inputBias) {
        this.toQ = new Linear(weights.at("to_q"), channels, channels, inputBias);
        this.toK = new Linear(weights.at("to_k"), contextChannels, channels, inputBias);
        this.toV = new Linear(weights.at("to_v"), contextChannels, channels, inputBias);
        this.toOut = new Linear(weights.at("to_out.0"), channels, channels, true);
        this.heads = heads;
    }

    /** x (B, L, C), context (B, S, C') or null → (B, L, C). */
    public NDArray forward(NDArray x, NDArray context) {
        try (var scope = Scope.open()) {
            NDArray source = context == null ? x : context;
            NDArray y =
                    Ops.attention(toQ.forward(x), toK.forward(source), toV.forward(source), heads, false);
            return scope.keep(toOut.forward(y));
        }
    }
}
