package dev.storyloom.diffusion.nn;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.Shape;
import dev.storyloom.diffusion.tensor.Noise;

/** Weights of any name and shape, drawn from a normal distribution that the name seeds. */
record DrawnWeights(NDManager owner) implements Weights.Source {
    @Override
    public NDArray take(String name, Shape shape) {
        return Noise.normal(owner, name.hashCode(), shape);
    }

    @Override
    public boolean has(String name) {
        return true;
    }
}
