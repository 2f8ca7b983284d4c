package dev.storyloom.diffusion.nn;

import ai.djl.ndarray.NDArray;
import dev.storyloom.diffusion.tensor.Ops;
import dev.storyloom.diffusion.tensor.PackedOps;
import dev.storyloom.diffusion.tensor.Scope;

/** Multi-head attention with diffusers' layer names; attends to itself where no context is given. */
public final class Attention {
    private final Linear toQ;
    private final Linear toK;
    private final Linear toV;
    private final Linear toOut;
    private final int heads;
    private final PackedLinear keysValues;
    private final PackedLinear all;

    /** {@code inputBias}: whether the three input projections carry a bias (only the VAE's do). */
    public Attention(Weights weights, long channels, long contextChannels, int heads, boolean inputBias) {
        this.toQ = new Linear(weights.at("to_q"), channels, channels, inputBias);
        this.toK = new Linear(weights.at("to_k"), contextChannels, channels, inputBias);
        this.toV = new Linear(weights.at("to_v"), contextChannels, channels, inputBias);
        this.toOut = new Linear(weights.at("to_out.0"), channels, channels, true);
        this.heads = heads;
        this.keysValues = PackedLinear.of(toK, toV);
        this.all = PackedLinear.of(toQ, toK, toV);
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

    /** Whether the packed weights below may be used now. They know no bias but {@link #out}'s. */
    boolean packs(NDArray x) {
        return all.usable(x) && toOut.packs(x);
    }

    PackedLinear query() {
        return toQ.packed();
    }

    /** All three input projections as one. */
    PackedLinear all() {
        return all;
    }

    PackedLinear out() {
        return toOut.packed();
    }

    /** The text's keys beside its values: (B, S, 2C). */
    NDArray keysValues(TextContext context) {
        NDArray states = context.states();
        return context.keysValues(this, () -> PackedOps.linear(
                states, keysValues.weight(states.getShape().get(0) * states.getShape().get(1)), null));
    }

    int heads() {
        return heads;
    }
}
