package dev.storyloom.diffusion.nn;

import ai.djl.Device;
import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.Shape;
import dev.storyloom.diffusion.tensor.GradMode;
import dev.storyloom.diffusion.tensor.Ops;
import dev.storyloom.diffusion.tensor.Scope;
import java.util.List;
import java.util.function.UnaryOperator;

/**
 * A layer beside whose weight LoRAs can lie. Where no gradient is asked for, the weight and its branches are one packed
 * weight, so that LoRAs cost no time.
 */
public abstract sealed class Adaptable permits Linear, Conv2d {
    private final Parameter weight;
    private final NDArray bias;
    private final Device device;
    private NDArray merged;
    private List<LowRank> branches = List.of();
    private boolean learning;
    private int version;

    /** {@code shape}: (out, in), or (out, in, k, k). */
    Adaptable(Weights weights, boolean bias, long... shape) {
        this.weight = weights.parameter("weight", shape);
        this.bias = bias ? weights.take("bias", shape[0]) : null;
        this.device = weights.device();
        weights.add(this);
    }

    /**
     * Puts the branches into W itself, so that they cost nothing any more; {@code owner} owns the changed copy. W is left
     * as it is and comes back with {@link #unmerge}, to the last bit.
     */
    public final void merge(NDManager owner) {
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
    public final void unmerge() {
        if (merged != null) {
            merged = null;
            version++;
        }
    }

    /** Replaces the branches; an empty list takes every LoRA off again. */
    public final void setBranches(List<LowRank> branches) {
        if (!branches.isEmpty() || !this.branches.isEmpty()) {
            this.branches = List.copyOf(branches);
            this.learning = branches.stream().anyMatch(branch -> branch.down().hasGradient());
            version++;
        }
    }

    public final List<LowRank> branches() {
        return branches;
    }

    /** W as it is now: (out, in), or (out, in, k, k). Lives as long as the model. */
    public final NDArray weight() {
        return merged != null ? merged : weight.array();
    }

    /** Whether a packed weight with the branches folded in may take this layer's place now. */
    final boolean packs(NDArray x) {
        return !learning && weight.packs(x);
    }

    /** W laid out as convolutions in training read it. */
    final NDArray convolving() {
        return merged != null ? merged : weight.convolving();
    }

    /**
     * Gives {@code use} the layers' W with the branches put into them, one below the other, and what it makes of them to
     * the caller. They are lent: where no branch has made them anew, no view of them may outlive {@code use}.
     */
    static NDArray lend(List<Adaptable> layers, UnaryOperator<NDArray> use) {
        if (layers.stream().allMatch(layer -> layer.merged == null && layer.branches.isEmpty())) {
            return Parameter.lend(layers.stream().map(layer -> layer.weight).toList(), use);
        }
        try (var scope = Scope.open()) {
            List<NDArray> each = layers.stream().map(Adaptable::folded).toList();
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
            sum = sum.add(branch.delta(w));
            if (branch.magnitude() != null) {
                sum = sum.mul(branch.stretch(w).reshape(-1, 1));
            }
        }
        return sum;
    }

    /** Changes whenever what is {@link #lend lent} does. */
    final int version() {
        return version;
    }

    final NDArray bias() {
        return bias;
    }

    /** Where the weight lies, and so the branches must. */
    public final Device device() {
        return device;
    }

    /** Shape of W. */
    final Shape shape() {
        return weight.shape();
    }

    public final long in() {
        return shape().get(1);
    }

    public final long out() {
        return shape().get(0);
    }

    /** Side of a convolution's window; 0 for a linear layer. */
    public final int window() {
        return shape().dimension() == 2 ? 0 : (int) shape().get(2);
    }
}
