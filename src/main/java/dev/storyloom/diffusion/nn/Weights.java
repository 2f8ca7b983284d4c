package dev.storyloom.diffusion.nn;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.types.Shape;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;

/** A place in the tree of weights: {@code weights.at("attn1").at("to_q").take("weight", out, in)}. */
public final class Weights {
    /** Where arrays come from: a model folder, or a fresh start for pre-training. */
    public interface Source {
        /** The array called {@code name}; throws ModelException where it is missing or not of {@code shape}. */
        NDArray take(String name, Shape shape);

        boolean has(String name);
    }

    private final Source source;
    private final String path;
    private final Map<String, Linear> linears;

    private Weights(Source source, String path, Map<String, Linear> linears) {
        this.source = source;
        this.path = path;
        this.linears = linears;
    }

    public static Weights root(Source source) {
        return new Weights(source, "", new LinkedHashMap<>());
    }

    /** The place below this one; {@code child} is a name, an index, or several of them joined by dots. */
    public Weights at(Object child) {
        return new Weights(source, path.isEmpty() ? child.toString() : path + "." + child, linears);
    }

    public NDArray take(String name, long... shape) {
        return source.take(path.isEmpty() ? name : path + "." + name, new Shape(shape));
    }

    public boolean has(String name) {
        return source.has(path.isEmpty() ? name : path + "." + name);
    }

    /** Every linear layer made from this tree, by its path: what a LoRA can attach to. */
    public Map<String, Linear> linears() {
        return Collections.unmodifiableMap(linears);
    }

    void add(Linear linear) {
        linears.put(path, linear);
    }
}
