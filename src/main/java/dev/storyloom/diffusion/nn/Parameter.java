package dev.storyloom.diffusion.nn;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.types.Shape;
import dev.storyloom.diffusion.tensor.NativeHeap;
import dev.storyloom.diffusion.tensor.Ops;
import dev.storyloom.diffusion.tensor.PackedOps;
import dev.storyloom.diffusion.tensor.Scope;
import java.util.List;
import java.util.function.UnaryOperator;

/** One weight of a layer, read when it is first used, so that what is packed is never held plain. */
final class Parameter {
    private static final int WIDE = 64;

    private final Weights.Source source;
    private final String name;
    private final Shape shape;
    private final boolean packs;
    private NDArray array;

    Parameter(Weights.Source source, String name, Shape shape) {
        this.source = source;
        this.name = name;
        this.shape = shape;
        this.packs = source.packs(name);
        if (packs) {
            source.check(name, shape);
        } else {
            array = source.take(name, shape);
        }
    }

    /** The plain array, which lives as long as the model. */
    NDArray array() {
        if (array == null) {
            array = source.take(name, shape);
        }
        return array;
    }

    /**
     * The array of a convolution as training reads it, which lives as long as the model: channels-last on a processor,
     * for then the maps that come out are channels-last too, and a sequence of pixels is a view of its map. With few
     * channels there is nothing to win.
     */
    NDArray convolving() {
        if (packs && array == null && shape.get(1) >= WIDE) {
            array = NativeHeap.passing(() -> lend(List.of(this), Ops::channelsLastCopy));
            Scope.release(array);
        }
        return array();
    }

    /**
     * Gives {@code use} the parameters one below the other, and what it makes of them to the caller. They are lent: no
     * view of them may outlive {@code use}.
     */
    static NDArray lend(List<Parameter> parameters, UnaryOperator<NDArray> use) {
        Parameter first = parameters.get(0);
        if (parameters.stream().allMatch(each -> each.packs && each.array == null)) {
            return first.source.lend(parameters.stream().map(each -> each.name).toList(), use);
        }
        if (parameters.size() == 1) {
            return use.apply(first.array());
        }
        try (var scope = Scope.open()) {
            return scope.keep(use.apply(Ops.concat(parameters.stream().map(Parameter::array).toList(), 0)));
        }
    }

    /** Whether to compute with a packed copy instead of the plain array, for an input like {@code x}. */
    boolean packs(NDArray x) {
        return packs && PackedOps.usable(x);
    }

    Shape shape() {
        return shape;
    }
}
