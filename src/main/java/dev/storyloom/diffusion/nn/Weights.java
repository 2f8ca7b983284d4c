package dev.storyloom.diffusion.nn;

import ai.djl.Device;
import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.types.Shape;
import dev.storyloom.diffusion.tensor.Precision;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;

/** A place in the tree of weights: {@code weights.at("attn1").at("to_q").take("weight", out, in)}. */
public final class Weights {
    /** Where arrays come from: a model folder, or a fresh start for pre-training. */
    public interface Source {
        /** The array called {@code name}; throws ModelException where it is missing or not of {@code shape}. */
        NDArray take(String name, Shape shape);

        boolean has(String name);

        /** Whether nobody trains these weights. */
        default boolean isFrozen() {
            return false;
        }

        /** Where the arrays lie. */
        default Device device() {
            return Device.cpu();
        }

        /**
         * Whether a layer may keep this weight packed in a form of its own: its numbers never change, and are wanted
         * as FLOAT32 on a processor.
         */
        default boolean packs(String name) {
            return false;
        }

        /** Throws as {@link #take} does, without making the array. Where {@link #packs}. */
        default void check(String name, Shape shape) {
            take(name, shape);
        }

        /**
         * Gives {@code use} the arrays one below the other, as FLOAT32, and what it makes of them to the caller. They lie
         * in memory that is used again for the next: no view of it may outlive {@code use}. Where {@link #packs}.
         */
        default NDArray lend(List<String> names, UnaryOperator<NDArray> use) {
            throw new UnsupportedOperationException("nothing packs");
        }
    }

    private final Source source;
    private final String path;
    private final Precision compute;
    private final Map<String, Adaptable> adaptables;

    private Weights(Source source, String path, Precision compute, Map<String, Adaptable> adaptables) {
        this.source = source;
        this.path = path;
        this.compute = compute;
        this.adaptables = adaptables;
    }

    /** A tree whose model computes in FLOAT32. */
    public static Weights root(Source source) {
        return root(source, Precision.FLOAT32);
    }

    /** A tree whose model computes in {@code compute}, whatever format its weights are stored in. */
    public static Weights root(Source source, Precision compute) {
        return new Weights(source, "", compute, new LinkedHashMap<>());
    }

    /** What the model casts its inputs to; its layers follow them. */
    public Precision compute() {
        return compute;
    }

    /** The place below this one; {@code child} is a name, an index, or several of them joined by dots. */
    public Weights at(Object child) {
        return new Weights(source, path.isEmpty() ? child.toString() : path + "." + child, compute, adaptables);
    }

    public NDArray take(String name, long... shape) {
        return source.take(path.isEmpty() ? name : path + "." + name, new Shape(shape));
    }

    Parameter parameter(String name, long... shape) {
        return new Parameter(source, path.isEmpty() ? name : path + "." + name, new Shape(shape));
    }

    Device device() {
        return source.device();
    }

    /** Whether nobody trains these weights. */
    public boolean isFrozen() {
        return source.isFrozen();
    }

    public boolean has(String name) {
        return source.has(path.isEmpty() ? name : path + "." + name);
    }

    /** Every layer made from this tree that a LoRA can lie beside, by its path. */
    public Map<String, Adaptable> adaptables() {
        return Collections.unmodifiableMap(adaptables);
    }

    void add(Adaptable layer) {
        adaptables.put(path, layer);
    }
}
