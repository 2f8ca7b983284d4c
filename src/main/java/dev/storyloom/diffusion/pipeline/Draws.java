package dev.storyloom.diffusion.pipeline;

import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.Shape;
import dev.storyloom.diffusion.tensor.Noise;
import dev.storyloom.diffusion.tensor.Scope;

/** Where a painting's noise comes from; one row of it a picture. */
@FunctionalInterface
public interface Draws {
    /** The noise that a run starts from, or that is put on the picture it starts from. */
    int START = 0;

    /** The noise of a source picture's latents. Other numbers are those of the steps, from 1. */
    int ENCODING = -1;

    /** Unit normal numbers of {@code shape} (C, h, w) for the picture {@code row}. */
    float[] draw(int row, int which, Shape shape);

    /** From each picture's own seed: the same numbers in a batch as alone. */
    static Draws seeded(long[] seeds, NDManager owner) {
        return (row, which, shape) -> {
            try (var scope = Scope.open()) {
                return Noise.normal(owner, seed(seeds[row], which), shape).toFloatArray();
            }
        };
    }

    /** The first draw takes the seed itself; the others seeds far from it and from those of its neighbours. */
    private static long seed(long seed, int which) {
        if (which == START) {
            return seed;
        }
        long mixed = seed + which * 0x9E3779B97F4A7C15L; // SplitMix64
        mixed = (mixed ^ mixed >>> 30) * 0xBF58476D1CE4E5B9L;
        mixed = (mixed ^ mixed >>> 27) * 0x94D049BB133111EBL;
        return mixed ^ mixed >>> 31;
    }
}
