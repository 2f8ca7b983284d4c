package dev.storyloom.diffusion.nn;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.types.Shape;
import dev.storyloom.diffusion.tensor.PackedOps;
import dev.storyloom.diffusion.tensor.Scope;
import java.util.ArrayList;
import java.util.List;

/** Transformer blocks over the pixels of a feature map (Transformer2DModel), with linear or 1×1 projections around. */
public final class SpatialTransformer {
    private final GroupNorm norm;
    private final Linear linearIn;
    private final Linear linearOut;
    private final Conv2d convIn;
    private final Conv2d convOut;
    private final List<TransformerBlock> blocks = new ArrayList<>();

    public record Shapes(long channels, long contextChannels, int heads, int layers, int groups, boolean linear) {}

    public SpatialTransformer(Weights weights, Shapes shapes) {
        long channels = shapes.channels();
        this.norm = new GroupNorm(weights.at("norm"), shapes.groups(), channels, 1e-6);
        this.linearIn = shapes.linear() ? new Linear(weights.at("proj_in"), channels, channels, true) : null;
        this.convIn = shapes.linear() ? null : new Conv2d(weights.at("proj_in"), channels, channels, 1, 1, 0);
        for (int i = 0; i < shapes.layers(); i++) {
            blocks.add(new TransformerBlock(
                    weights.at("transformer_blocks").at(i), channels, shapes.contextChannels(), shapes.heads()));
        }
        this.linearOut = shapes.linear() ? new Linear(weights.at("proj_out"), channels, channels, true) : null;
        this.convOut = shapes.linear() ? null : new Conv2d(weights.at("proj_out"), channels, channels, 1, 1, 0);
    }

    /** x (B, C, H, W), context: states (B, S, C') → (B, C, H, W). */
    public NDArray forward(NDArray x, TextContext context) {
        try (var scope = Scope.open()) {
            if (linearIn != null && linearIn.packs(x) && linearOut.packs(x)) {
                return scope.keep(packed(x, context));
            }
            Shape shape = x.getShape();
            NDArray y = norm.forward(x);
            y = linearIn != null ? linearIn.forward(toSequence(y)) : toSequence(convIn.forward(y));
            for (TransformerBlock block : blocks) {
                y = block.forward(y, context);
            }
            y = linearOut != null ? toMap(linearOut.forward(y), shape) : convOut.forward(toMap(y, shape));
            return scope.keep(y.add(x));
        }
    }

    private NDArray packed(NDArray x, TextContext context) {
        long rows = x.getShape().size() / x.getShape().get(1);
        var ends = List.of(norm.weight(), norm.bias(), linearIn.packed().weight(rows), linearIn.bias());
        NDArray y = PackedOps.toSequence(x, ends, norm.groups(), norm.eps());
        for (TransformerBlock block : blocks) {
            y = block.forward(y, context);
        }
        return PackedOps.toMap(y, x, List.of(linearOut.packed().weight(rows), linearOut.bias()));
    }

    private static NDArray toSequence(NDArray x) {
        return x.reshape(x.getShape().get(0), x.getShape().get(1), -1).transpose(0, 2, 1);
    }

    private static NDArray toMap(NDArray x, Shape shape) {
        return x.transpose(0, 2, 1).reshape(shape);
    }
}
