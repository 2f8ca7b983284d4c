package dev.storyloom.diffusion.nn;

import ai.djl.ndarray.NDArray;
import dev.storyloom.diffusion.tensor.PackedOps;
import dev.storyloom.diffusion.tensor.Scope;
import java.util.ArrayList;
import java.util.List;

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
    public NDArray forward(NDArray x, TextContext context) {
        try (var scope = Scope.open()) {
            if (attn1.packs(x) && attn2.packs(x) && ff.packs(x)) {
                long rows = x.getShape().get(0) * x.getShape().get(1);
                NDArray keysValues = attn2.keysValues(context);
                return scope.keep(PackedOps.transformer(x, keysValues, packed(rows), attn1.heads()));
            }
            NDArray y = x.add(attn1.forward(norm1.forward(x), null));
            y = y.add(attn2.forward(norm2.forward(y), context.states()));
            return scope.keep(y.add(ff.forward(norm3.forward(y))));
        }
    }

    private List<NDArray> packed(long rows) {
        var weights = new ArrayList<>(List.of(norm1.weight(), norm1.bias(), attn1.all().weight(rows)));
        weights.addAll(List.of(attn1.out().weight(rows), attn1.out().bias(), norm2.weight(), norm2.bias()));
        weights.addAll(List.of(attn2.query().weight(rows), attn2.out().weight(rows), attn2.out().bias()));
        weights.addAll(List.of(norm3.weight(), norm3.bias()));
        weights.addAll(ff.packed(rows));
        return weights;
    }
}
