package dev.storyloom.diffusion.nn;

import ai.djl.ndarray.NDArray;
import dev.storyloom.diffusion.tensor.Ops;
import dev.storyloom.diffusion.tensor.Scope;
import java.util.List;

/** y = x Wᵀ + b, and the low-rank branches that a LoRA lays beside W (Hu et al. 2021): y + Σ s · B(A x). */
public final class Linear {
    private final NDArray weight;
    private final NDArray bias;
    private List<LowRank> branches = List.of();

    /** One LoRA's share in this layer: {@code down} A (rank, in), {@code up} B (out, rank). */
    public record LowRank(NDArray down, NDArray up, double scale) {}

    public Linear(Weights weights, long in, long out, boolean bias) {
        this.weight = weights.take("weight", out, in);
        this.bias = bias ? weights.take("bias", out) : null;
        weights.add(this);
    }

    /** x (…, in) → (…, out). */
    public NDArray forward(NDArray x) {
        if (branches.isEmpty()) {
            return Ops.linear(x, weight, bias);
        }
        try (var scope = Scope.open()) {
            NDArray y = Ops.linear(x, weight, bias);
            for (LowRank branch : branches) {
                NDArray delta = Ops.linear(Ops.linear(x, branch.down(), null), branch.up(), null);
                y = y.add(branch.scale() == 1 ? delta : delta.mul(branch.scale()));
            }
            return scope.keep(y);
        }
    }

    /** Replaces the branches; an empty list takes every LoRA off again. */
    public void setBranches(List<LowRank> branches) {
        this.branches = List.copyOf(branches);
    }

    public List<LowRank> branches() {
        return branches;
    }

    public long in() {
        return weight.getShape().get(1);
    }

    public long out() {
        return weight.getShape().get(0);
    }
}
