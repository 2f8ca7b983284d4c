package dev.storyloom.pretrain;

import ai.djl.ndarray.NDArray;
import dev.storyloom.diffusion.nn.Conv2d;
import dev.storyloom.diffusion.nn.GroupNorm;
import dev.storyloom.diffusion.nn.Linear;
import dev.storyloom.diffusion.nn.Weights;
import dev.storyloom.diffusion.tensor.Ops;
import dev.storyloom.diffusion.tensor.Scope;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/**
 * A small residual network that says what a picture of 128 × 128 shows: what the painter's pictures have in them, also
 * where a model drew them a little softer. It judges models; it is no part of one.
 */
final class Probe {
    private static final long[] WIDTHS = {24, 48, 96, 160};
    private static final int GROUPS = 8;

    private final List<Stage> stages = new ArrayList<>();
    private final Map<Head, Linear> heads = new EnumMap<>(Head.class);

    Probe(Weights weights) {
        long in = 3;
        for (int i = 0; i < WIDTHS.length; i++) {
            stages.add(new Stage(weights.at("stages").at(i), in, WIDTHS[i], i > 0));
            in = WIDTHS[i];
        }
        for (Head head : Head.values()) {
            heads.put(head, new Linear(weights.at("heads").at(head.key()), 2 * in, head.classes(), true));
        }
    }

    /** Halves the picture; then what is added to it keeps its size. */
    private static final class Stage {
        private final Conv2d down;
        private final GroupNorm norm;
        private final Conv2d conv1;
        private final GroupNorm norm1;

        Stage(Weights weights, long in, long out, boolean residual) {
            this.down = new Conv2d(weights.at("down"), in, out, 3, 2, 1);
            this.norm = new GroupNorm(weights.at("norm"), GROUPS, out, 1e-5);
            this.conv1 = residual ? Conv2d.same(weights.at("conv1"), out, out) : null;
            this.norm1 = residual ? new GroupNorm(weights.at("norm1"), GROUPS, out, 1e-5) : null;
        }

        NDArray forward(NDArray x) {
            try (var scope = Scope.open()) {
                NDArray y = norm.forwardSilu(down.forward(x));
                return scope.keep(conv1 == null ? y : y.add(norm1.forwardSilu(conv1.forward(y))));
            }
        }
    }

    /** images (B, 3, 128, 128) in [-1, 1] → scores (B, classes) a head. */
    Map<Head, NDArray> forward(NDArray images) {
        try (var scope = Scope.open()) {
            NDArray x = images;
            for (Stage stage : stages) {
                x = stage.forward(x);
            }
            x = x.reshape(x.getShape().get(0), x.getShape().get(1), -1);
            int[] space = {2};
            NDArray seen = Ops.concat(List.of(x.mean(space), x.max(space)), 1);
            Map<Head, NDArray> scores = new EnumMap<>(Head.class);
            heads.forEach((head, linear) -> scores.put(head, scope.keep(linear.forward(seen))));
            return scores;
        }
    }
}
