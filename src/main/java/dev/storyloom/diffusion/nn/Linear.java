package dev.storyloom.diffusion.nn;

import ai.djl.ndarray.NDArray;
import dev.storyloom.diffusion.tensor.Ops;
import dev.storyloom.diffusion.tensor.PackedOps;
import dev.storyloom.diffusion.tensor.Scope;

/**
 * y = x Wᵀ + b, and the low-rank branches that a LoRA lays beside W: y + Σ s · B(A x). A branch with a magnitude m (DoRA)
 * gives W + s · BA rows of that length: (m/n) · (y + s · B(A x)), y without its bias, where n are the lengths that the rows
 * of W + s · BA have. Where other branches come before it, y holds their share too: it is stretched as peft stretches it.
 */
public final class Linear extends Adaptable {
    private final PackedLinear packed = PackedLinear.of(this);

    public Linear(Weights weights, long in, long out, boolean bias) {
        super(weights, bias, out, in);
    }

    /** x (…, in) → (…, out). */
    public NDArray forward(NDArray x) {
        if (packs(x)) {
            return PackedOps.linear(x, packed.weight(x.getShape().size() / in()), bias());
        }
        NDArray w = weight();
        if (branches().isEmpty()) {
            return Ops.linear(x, w, bias());
        }
        try (var scope = Scope.open()) {
            NDArray y = Ops.linear(x, w, bias());
            for (LowRank branch : branches()) {
                NDArray share = branch.scaled(Ops.linear(Ops.linear(x, branch.down(), null), branch.up(), null));
                y = branch.magnitude() == null ? y.addi(share) : stretched(y, share, branch.stretch(w));
            }
            return scope.keep(y);
        }
    }

    private NDArray stretched(NDArray y, NDArray share, NDArray stretch) {
        NDArray plain = bias() == null ? y : y.sub(bias());
        NDArray stretched = plain.add(share).mul(stretch);
        return bias() == null ? stretched : stretched.add(bias());
    }

    PackedLinear packed() {
        return packed;
    }
}
