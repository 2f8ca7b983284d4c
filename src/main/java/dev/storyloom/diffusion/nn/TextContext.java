package dev.storyloom.diffusion.nn;

import ai.djl.ndarray.NDArray;
import dev.storyloom.diffusion.tensor.Scope;
import java.util.IdentityHashMap;
import java.util.Map;
import java.util.function.Supplier;

/** The text that a picture is painted by, and what the attention layers made of it, which is the same at every step. */
public final class TextContext {
    private final NDArray states;
    private final Map<Attention, NDArray> keysValues;

    private TextContext(NDArray states, Map<Attention, NDArray> keysValues) {
        this.states = states;
        this.keysValues = keysValues;
    }

    /** For one step: states (B, S, C). */
    public static TextContext of(NDArray states) {
        return new TextContext(states, null);
    }

    /** For many steps with the same weights: keys and values are kept as long as the owner of {@code states} lives. */
    public static TextContext kept(NDArray states) {
        return new TextContext(states, new IdentityHashMap<>());
    }

    public NDArray states() {
        return states;
    }

    /** This where {@code states} are its own; otherwise the same text anew, in another format or for another graph. */
    public TextContext with(NDArray states) {
        return states == this.states ? this : of(states);
    }

    NDArray keysValues(Attention layer, Supplier<NDArray> compute) {
        if (keysValues == null) {
            return compute.get();
        }
        return keysValues.computeIfAbsent(layer, key -> Scope.release(compute.get()));
    }
}
