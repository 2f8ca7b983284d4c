package dev.storyloom.diffusion.nn;

import ai.djl.ndarray.NDArray;
import dev.storyloom.diffusion.tensor.Ops;
import dev.storyloom.diffusion.tensor.Scope;
import java.util.List;

/** The gated feed-forward part of a transformer block: GEGLU (Shazeer 2020), four times as wide inside. */
final class FeedForward {
    private final Linear project;
    private final Linear out;
    private final PackedLinear value;
    private final PackedLinear gate;

    FeedForward(Weights weights, long channels) {
        this.project = new Linear(weights.at("net.0.proj"), channels, channels * 8, true);
        this.out = new Linear(weights.at("net.2"), channels * 4, channels, true);
        this.value = PackedLinear.part(project, 0, 2);
        this.gate = PackedLinear.part(project, 1, 2);
    }

    NDArray forward(NDArray x) {
        try (var scope = Scope.open()) {
            return scope.keep(out.forward(Ops.geglu(project.forward(x))));
        }
    }

    boolean packs(NDArray x) {
        return value.usable(x) && out.packs(x);
    }

    /** Weight and bias of the gate, of what it gates, and of the end. */
    List<NDArray> packed(long rows) {
        return List.of(gate.weight(rows), gate.bias(), value.weight(rows), value.bias(), out.packed().weight(rows), out.bias());
    }
}
