package dev.storyloom.diffusion.tensor;

import ai.djl.ndarray.NDArray;
import ai.djl.pytorch.engine.PtNDArray;
import ai.djl.pytorch.jni.JniUtils;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;

/**
 * Gradient checkpointing (Chen et al. 2016), by hand because libtorch's own lives in Python: the forward pass keeps what
 * goes into each segment and nothing of its inside; the backward pass computes each segment again, last first. Takes a
 * third more arithmetic and the memory of one segment instead of all.
 *
 * <p>Parameters gather their gradients as in any backward pass. Of one thread; closing it frees what it kept.
 */
public final class Recomputation implements Segments, AutoCloseable {
    private static final ThreadLocal<Boolean> RUNNING = ThreadLocal.withInitial(() -> false);

    private final List<Step> steps = new ArrayList<>();
    /** Second handles on the segments' results, so that scopes may free the first ones. */
    private final Map<NDArray, NDArray> held = new IdentityHashMap<>();
    private final Map<NDArray, NDArray> gradients = new IdentityHashMap<>();

    private record Step(Segment segment, NDArray[] inputs, NDArray output) {}

    /** As the segment itself runs, but without a graph. */
    @Override
    public NDArray run(Segment segment, NDArray... inputs) {
        RUNNING.set(true);
        try (var off = GradMode.off()) {
            NDArray output = segment.run(inputs);
            if (Arrays.stream(inputs).noneMatch(input -> input == output)) {
                NDArray handle = Scope.release(output.stopGradient());
                NDArray[] kept = Arrays.stream(inputs).map(this::handle).toArray(NDArray[]::new);
                steps.add(new Step(segment, kept, handle));
                held.put(output, handle);
            }
            return output;
        } finally {
            RUNNING.set(false);
        }
    }

    /** Their results are kept, and never computed again. */
    @Override
    public Segments frozen() {
        return (segment, inputs) -> {
            NDArray output = Segments.super.frozen().run(segment, inputs);
            NDArray handle = Scope.release(output.stopGradient());
            steps.add(new Step(null, new NDArray[0], handle));
            held.put(output, handle);
            return output;
        };
    }

    /** Whether this thread runs a segment that it will run again with a graph: it must take the same way both times. */
    static boolean isRunning() {
        return RUNNING.get();
    }

    private NDArray handle(NDArray array) {
        return held.getOrDefault(array, array);
    }

    /** An array that segments use beside their inputs, without a gradient; it lives until this is closed. */
    public NDArray constant(Supplier<NDArray> array) {
        RUNNING.set(true);
        try (var scope = Scope.open(); var off = GradMode.off()) {
            NDArray constant = array.get();
            steps.add(new Step(null, new NDArray[0], Scope.release(constant)));
            return constant;
        } finally {
            RUNNING.set(false);
        }
    }

    /**
     * Given the gradient of a loss by {@code output}, which {@link #run} returned, adds that by every trainable parameter
     * on the way to it. May be called once.
     */
    public void backward(NDArray output, NDArray gradient) {
        try (var scope = Scope.open()) {
            gradients.put(handle(output), gradient);
            for (int i = steps.size() - 1; i >= 0; i--) {
                Step step = steps.get(i);
                NDArray upstream = gradients.remove(step.output());
                if (upstream != null && step.segment() != null) {
                    backward(step, upstream);
                }
                step.output().close();
            }
            steps.clear();
            gradients.values().forEach(scope::keep);
        }
    }

    private void backward(Step step, NDArray upstream) {
        var leaves = new NDArray[step.inputs().length];
        try (var scope = Scope.open(); var on = GradMode.on()) {
            for (int i = 0; i < leaves.length; i++) {
                leaves[i] = Autograd.leaf(step.inputs()[i]);
            }
            NDArray again = step.segment().run(leaves);
            JniUtils.backward((PtNDArray) again, (PtNDArray) upstream, false, false);
            try (var off = GradMode.off()) {
                for (int i = 0; i < leaves.length; i++) {
                    add(step.inputs()[i], JniUtils.getGradient((PtNDArray) leaves[i]), scope);
                }
            }
        }
    }

    private void add(NDArray input, NDArray gradient, Scope scope) {
        if (gradient != null) {
            NDArray before = gradients.get(input);
            gradients.put(input, scope.keep(before == null ? gradient : before.add(gradient)));
        }
    }

    /** After {@link #backward}: the gradient by an array that no segment made, or null where none reached it. */
    public NDArray gradient(NDArray input) {
        return gradients.get(input);
    }

    @Override
    public void close() {
        steps.forEach(step -> step.output().close());
        steps.clear();
    }
}
