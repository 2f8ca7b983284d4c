package dev.storyloom.diffusion.nn;

import ai.djl.ndarray.NDArray;
import dev.storyloom.diffusion.tensor.Scope;

/** Self-attention, attention to the text, feed-forward, each behind a norm and beside a skip (BasicTransformerBlock). */
public final class TransformerBlock {
    private static final double EPS = 1e-5;

    private final LayerNorm norm1;
    private final Attention attn1;
    private final LayerNorm norm2;
    private final Attention attn2;
    private final LayerNorm norm3;
    private final FeedForward ff;

    public TransformerBlock(Weights weights, long channels, long contextChannels, int heads) {
        this.norm1 = new LayerNorm(weights.at("norm1"), channels, EPS);
        this.attn1 = new Attention(weights.at("attn1"), channels, channels, heads, false);
        this.norm2 = new LayerNorm(weights.at("norm2"), channels, EPS);
        this.attn2 = new Attention(weights.at("attn2"), channels, contextChannels, heads, false);
        this.norm3 = new LayerNorm(weights.at("norm3"), channels, EPS);
        this.ff = new FeedForward(weights.at("ff"), channels);
    }

    /** x (B, L, C), context (B, S, C') → (B, L, C). */
    public NDArray forward(NDArray x, NDArray context) {
        try (var scope = Scope.open()) {
            NDArray y = x.add(attn1.forward(norm1.forward(x), null));
            y = y.add(attn2.forward(norm2.forward(y), context));
            return scope.keep(y.add(ff.forward(norm3.forward(y))));
        }
    }
}
