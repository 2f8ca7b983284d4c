package dev.storyloom.diffusion.nn;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.Shape;
import dev.storyloom.diffusion.tensor.Scope;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Predicate;

/**
 * What a model asks for while it is built, without any weights: names and shapes. The layers get arrays of the right
 * shape that take no memory, one zero seen from every place.
 */
public final class Inventory implements Weights.Source {
    private final NDManager owner;
    private final Predicate<String> stored;
    private final Map<String, Shape> wanted = new LinkedHashMap<>();

    /** {@code stored}: whether a file holds this name, for models that know two names for one thing. */
    public Inventory(NDManager owner, Predicate<String> stored) {
        this.owner = owner;
        this.stored = stored;
    }

    @Override
    public NDArray take(String name, Shape shape) {
        wanted.put(name, shape);
        try (var scope = Scope.open()) {
            return Scope.release(scope.keep(owner.zeros(new Shape(1)).broadcast(shape)));
        }
    }

    @Override
    public boolean has(String name) {
        return stored.test(name);
    }

    /** Every weight of the model that was built, in the order in which it asked. */
    public Map<String, Shape> wanted() {
        return Collections.unmodifiableMap(wanted);
    }

    /** Numbers in all weights together. */
    public long parameters() {
        return wanted.values().stream().mapToLong(Shape::size).sum();
    }
}
