package dev.storyloom.diffusion.tensor;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDScope;
import java.util.ArrayList;
import java.util.List;

/**
 * Frees every array made on this thread while it is open, but for those that are kept: these pass to the enclosing
 * scope or, where there is none, to whoever owns the operands. The one ownership idiom of the engine:
 *
 * <pre>{@code
 * try (var scope = Scope.open()) {
 *     return scope.keep(b.add(a.mul(2)));
 * }
 * }</pre>
 *
 * Closing an array that autograd still needs is safe: the graph holds its own reference. Not so for an array made of
 * numbers of Java's ({@code manager.create(floats, shape)}): it borrows the memory of a buffer, which goes when the array
 * is closed and the collector runs. Where a backward pass needs its values after the scope, use its duplicate.
 */
public final class Scope implements AutoCloseable {
    private final NDScope arrays = new NDScope();
    private final List<NDArray> kept = new ArrayList<>(2);

    private Scope() {}

    public static Scope open() {
        return new Scope();
    }

    /** Lets {@code array} outlive this scope. */
    public NDArray keep(NDArray array) {
        kept.add(array);
        return array;
    }

    @Override
    public void close() {
        kept.forEach(NDScope::unregister);
        arrays.close();
        kept.forEach(NDScope::register);
    }

    /** Takes {@code array} out of every scope's hands: its manager owns it from now on. */
    public static NDArray release(NDArray array) {
        NDScope.unregister(array);
        return array;
    }
}
