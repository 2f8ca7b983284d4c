package dev.storyloom.diffusion.nn;

import ai.djl.Device;
import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import dev.storyloom.diffusion.tensor.GradMode;
import dev.storyloom.diffusion.tensor.Ops;
import dev.storyloom.diffusion.tensor.PackedOps;
import dev.storyloom.diffusion.tensor.Scope;
import java.util.List;
import java.util.function.UnaryOperator;

/**
 * y = x Wᵀ + b, and the low-rank branches that a LoRA lays beside W (Hu et al. 2021): y + Σ s · B(A x). A branch with a
 * magnitude m (DoRA, Liu et al. 2024) gives W + s · BA rows of that length: (m/n) · (y + s · B(A x)), y without its bias,
 * where n are the lengths that the rows of W + s · BA have; no gradient flows through n. Where other branches come before
 * it, y holds their share too: it is stretched as peft stretches it.
 *
 * <p>Where no gradient is asked for, W and its branches are one packed weight, so that LoRAs cost no time.
 */
public final class Linear {
    private final Parameter weight;
    private final NDArray bias;
    private final Device device;
    private final PackedLinear packed = PackedLinear.of(this);
    private NDArray merged;
    private List<LowRank> branches = List.of();
    private boolean learning;
    private int version;

    /** One LoRA's share in this layer: {@code down} A (rank, in), {@code up} B (out, rank), magnitude (out) or null. */
    public record LowRank(NDArray down, NDArray up, double scale, NDArray magnitude) {
        public LowRank(NDArray down, NDArray up, double scale) {
            this(down, up, scale, null);
        }

        private NDArray delta(NDArray x) {
            NDArray delta = Ops.linear(Ops.linear(x, down, null), up, null);
            return scale == 1 ? delta : delta.mul(scale);
        }

        /** m / n. */
        private NDArray stretch(NDArray weight) {
            NDArray lengths;
            try (var off = GradMode.off()) {
                lengths = Ops.rowNorms(weight, up, down, scale);
            }
            return magnitude.div(lengths);
        }
    }

    public Linear(Weights weights, long in, long out, boolean bias) {
        this.weight = weights.parameter("weight", out, in);
        this.bias = bias ? weights.take("bias", out) : null;
        this.device = weights.device();
        weights.add(this);
    }

    /** x (…, in) → (…, out). */
    public NDArray forward(NDArray x) {
        if (packs(x)) {
            return PackedOps.linear(x, packed.weight(x.getShape().size() / in()), bias);
        }
        NDArray w = weight();
        if (branches.isEmpty()) {
            return Ops.linear(x, w, bias);
        }
        try (var scope = Scope.open()) {
            NDArray y = Ops.linear(x, w, bias);
            for (LowRank branch : branches) {
                if (branch.magnitude() == null) {
                    y.addi(branch.delta(x));
                } else {
                    NDArray plain = bias == null ? y : y.sub(bias);
                    NDArray stretched = plain.add(branch.delta(x)).mul(branch.stretch(w));
                    y = bias == null ? stretched : stretched.add(bias);
                }
            }
            return scope.keep(y);
        }
    }

    /**
     * Puts the branches into W itself, so that they cost nothing any more; {@code owner} owns the changed copy. W is left
     * as it is and comes back with {@link #unmerge}, to the last bit.
     */
    public void merge(NDManager owner) {
        if (branches.isEmpty() || merged != null) {
            throw new IllegalStateException("nothing to merge, or merged already");
        }
        try (var scope = Scope.open();
                var off = GradMode.off()) {
            NDArray sum = lend(List.of(this), folded -> folded);
            sum.attach(owner);
            merged = Scope.release(sum);
            setBranches(List.of());
        }
    }

    /** Takes back what {@link #merge} changed; nothing happens where nothing is merged. */
    public void unmerge() {
        if (merged != null) {
            merged = null;
            version++;
        }
    }

    /** Replaces the branches; an empty list takes every LoRA off again. */
    public void setBranches(List<LowRank> branches) {
        if (!branches.isEmpty() || !this.branches.isEmpty()) {
            this.branches = List.copyOf(branches);
            this.learning = branches.stream().anyMatch(branch -> branch.down().hasGradient());
            version++;
        }
    }

    public List<LowRank> branches() {
        return branches;
    }

    /** W as it is now: (out, in). Lives as long as the model. */
    public NDArray weight() {
        return merged != null ? merged : weight.array();
    }

    /** Whether a packed weight with the branches folded in may take this layer's place now. */
    boolean packs(NDArray x) {
        return !learning && weight.packs(x);
    }

    /**
     * Gives {@code use} the layers' W with the branches put into them, one below the other, and what it makes of them to
     * the caller. They are lent: where no branch has made them anew, no view of them may outlive {@code use}.
     */
    static NDArray lend(List<Linear> layers, UnaryOperator<NDArray> use) {
        if (layers.stream().allMatch(layer -> layer.merged == null && layer.branches.isEmpty())) {
            return Parameter.lend(layers.stream().map(layer -> layer.weight).toList(), use);
        }
        try (var scope = Scope.open()) {
            List<NDArray> each = layers.stream().map(Linear::folded).toList();
            return scope.keep(use.apply(each.size() == 1 ? each.get(0) : Ops.concat(each, 0)));
        }
    }

    private NDArray folded() {
        if (merged != null) {
            return fold(merged);
        }
        return Parameter.lend(List.of(weight), w -> branches.isEmpty() ? w.duplicate() : fold(w));
    }

    private NDArray fold(NDArray w) {
        NDArray sum = w;
        for (LowRank branch : branches) {
            sum = sum.add(branch.up().matMul(branch.down()).mul(branch.scale()));
            if (branch.magnitude() != null) {
                sum = sum.mul(branch.stretch(w).reshape(-1, 1));
            }
        }
        return sum;
    }

    /** Changes whenever what is {@link #lend lent} does. */
    int version() {
        return version;
    }

    PackedLinear packed() {
        return packed;
    }

    NDArray bias() {
        return bias;
    }

    /** Where the weight lies, and so the branches must. */
    public Device device() {
        return device;
    }

    public long in() {
        return weight.shape().get(1);
    }

    public long out() {
        return weight.shape().get(0);
    }
}
