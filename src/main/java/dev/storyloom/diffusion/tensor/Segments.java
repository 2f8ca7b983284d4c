package dev.storyloom.diffusion.tensor;

import ai.djl.ndarray.NDArray;

/** How a model runs its blocks one after another: at once, or so that their insides can be computed again. */
@FunctionalInterface
public interface Segments {
    /** Runs each block where it stands and keeps nothing. */
    Segments AT_ONCE = Segment::run;

    /** Runs {@code segment} on {@code inputs}. */
    NDArray run(Segment segment, NDArray... inputs);

    /** The same for blocks that no gradient has to pass: they are computed as if painting. */
    default Segments frozen() {
        return (segment, inputs) -> {
            try (var off = GradMode.off()) {
                return segment.run(inputs);
            }
        };
    }

    /** A block: a function of its inputs and of weights alone, which gives the same result each time. */
    @FunctionalInterface
    interface Segment {
        NDArray run(NDArray... inputs);
    }
}
