package dev.storyloom.diffusion.clip;

import ai.djl.ndarray.NDArray;
import dev.storyloom.diffusion.nn.LayerNorm;
import dev.storyloom.diffusion.nn.Linear;
import dev.storyloom.diffusion.nn.Weights;
import dev.storyloom.diffusion.tensor.Ops;
import dev.storyloom.diffusion.tensor.Scope;

/** Causal self-attention and a two-layer perceptron, each behind a norm and beside a skip (CLIPEncoderLayer). */
final class ClipLayer {
    private final LayerNorm layerNorm1;
    private final Linear q;
    private final Linear k;
    private final Linear v;
    private final Linear out;
    private final LayerNorm layerNorm2;
    private final Linear fc1;
    private final Linear fc2;
    private final int heads;
    private final boolean quickGelu;

    ClipLayer(Weights weights, ClipConfig config) {
        int width = config.width();
        Weights attention = weights.at("self_attn");
        this.layerNorm1 = new LayerNorm(weights.at("layer_norm1"), width, config.eps());
        this.q = new Linear(attention.at("q_proj"), width, width, true);
        this.k = new Linear(attention.at("k_proj"), width, width, true);
        this.v = new Linear(attention.at("v_proj"), width, width, true);
        this.out = new Linear(attention.at("out_proj"), width, width, true);
        this.layerNorm2 = new LayerNorm(weights.at("layer_norm2"), width, config.eps());
        this.fc1 = new Linear(weights.at("mlp.fc1"), width, config.intermediate(), true);
        this.fc2 = new Linear(weights.at("mlp.fc2"), config.intermediate(), width, true);
        this.heads = config.heads();
        this.quickGelu = config.activation().equals("quick_gelu");
    }

    /** x (B, L, C) → (B, L, C). */
    NDArray forward(NDArray x) {
        try (var scope = Scope.open()) {
            NDArray h = layerNorm1.forward(x);
            h = out.forward(Ops.attention(q.forward(h), k.forward(h), v.forward(h), heads, true));
            NDArray y = x.add(h);
            h = fc1.forward(layerNorm2.forward(y));
            h = fc2.forward(quickGelu ? Ops.quickGelu(h) : Ops.gelu(h));
            return scope.keep(y.add(h));
        }
    }
}
