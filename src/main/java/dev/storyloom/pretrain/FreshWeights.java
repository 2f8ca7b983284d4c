package dev.storyloom.pretrain;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.Shape;
import dev.storyloom.diffusion.nn.Weights;
import dev.storyloom.diffusion.tensor.Noise;
import java.util.LinkedHashMap;
import java.util.Map;

/** Weights before any training, drawn from a seed and remembered by name as the parameters to train. */
final class FreshWeights implements Weights.Source {
    private final NDManager owner;
    private final long seed;
    private final Map<String, NDArray> parameters = new LinkedHashMap<>();

    FreshWeights(NDManager owner, long seed) {
        this.owner = owner;
        this.seed = seed;
    }

    @Override
    public boolean has(String name) {
        return name.startsWith("text_model.") || !name.startsWith("embeddings.");
    }

    @Override
    public NDArray take(String name, Shape shape) {
        NDArray array = draw(name, shape);
        parameters.put(name, array);
        return array;
    }

    /**
     * Norms start as the identity and biases at 0; a matrix keeps the variance of what it is given; the last layer of
     * each residual branch starts small, so that the whole begins close to the identity.
     */
    private NDArray draw(String name, Shape shape) {
        if (shape.dimension() == 1) {
            return name.endsWith("weight") ? owner.ones(shape) : owner.zeros(shape);
        }
        double std = name.contains("embedding.weight") && name.contains("embeddings.")
                ? 0.05
                : 1 / Math.sqrt((double) shape.size() / shape.get(0));
        if (name.matches(".*(conv2|proj_out|to_out\\.0|ff\\.net\\.2|out_proj|fc2)\\.weight|conv_out\\.weight")) {
            std *= 0.2;
        }
        NDArray drawn = Noise.normal(owner, seed ^ name.hashCode(), shape);
        drawn.muli(std);
        return drawn;
    }

    /** By name, in the order in which the model took them. */
    Map<String, NDArray> parameters() {
        return parameters;
    }
}
