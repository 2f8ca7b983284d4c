package dev.storyloom.diffusion.pipeline;

import dev.storyloom.diffusion.ModelException;
import dev.storyloom.diffusion.tensor.Precision;
import java.util.function.Consumer;
import java.util.function.Predicate;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * FLOAT16 ends at 65504, and a sum beyond it makes every number after it none: the picture comes out black. So what was
 * computed in fewer bits is looked at, and computed once more in FLOAT32 where it is no good.
 */
final class Overflow {
    private static final Logger LOG = LoggerFactory.getLogger(Overflow.class);

    private Overflow() {}

    /**
     * The result of {@code run}, which {@code computeIn} switches to another precision and back. Throws ModelException for
     * numbers that are none in FLOAT32 too.
     */
    static float[] redone(
            Precision usual, Consumer<Precision> computeIn, Predicate<float[]> good, Supplier<float[]> run) {
        float[] first = run.get();
        if (good.test(first)) {
            return first;
        }
        if (usual == Precision.FLOAT32) {
            return finite(first);
        }
        LOG.warn("the numbers overflowed in {}; computing once more in {}", usual, Precision.FLOAT32);
        computeIn.accept(Precision.FLOAT32);
        try {
            return finite(run.get());
        } finally {
            computeIn.accept(usual);
        }
    }

    private static float[] finite(float[] values) {
        if (!isFinite(values)) {
            throw new ModelException("not_finite", "The model computed numbers that are none; its weights may be damaged.");
        }
        return values;
    }

    static boolean isFinite(float[] values) {
        for (float value : values) {
            if (!Float.isFinite(value)) {
                return false;
            }
        }
        return true;
    }

    /** Whether a picture in [-1, 1] has finite numbers and anything but black. */
    static boolean shows(float[] picture) {
        boolean light = false;
        for (float value : picture) {
            if (!Float.isFinite(value)) {
                return false;
            }
            light |= value > -1 + 1 / 255f;
        }
        return light;
    }
}
