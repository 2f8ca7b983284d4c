package dev.storyloom.diffusion.nn;

import ai.djl.ndarray.NDArray;
import dev.storyloom.diffusion.tensor.Ops;
import dev.storyloom.diffusion.tensor.Scope;

/** The gated feed-forward part of a transformer block: GEGLU (Shazeer 2020), four times as wide inside. */
final class FeedForward {
    private final Linear project;
    private final Linear out;

    FeedForward(Weights weights, long channels) {
        this.project = new Linear(weights.at("net.0.proj"), channels, channels * 8, true);
        this.out = new Linear(weights.at("net.2"), channels * 4, channels, true);
    }

    NDArray forward(NDArray x) {
        try (var scope = Scope.open()) {
            return scope.keep(out.forward(Ops.geglu(project.forward(x))));
        }
    }
}
