package dev.storyloom.diffusion.nn;

import ai.djl.ndarray.NDArray;
import dev.storyloom.diffusion.tensor.NativeHeap;
import dev.storyloom.diffusion.tensor.PackedOps;
import dev.storyloom.diffusion.tensor.Scope;
import java.util.List;

/**
 * The weights of linear layers that read the same input, packed as one; with the LoRAs that lie beside them folded in.
 * Packed when first used, and again when a layer's LoRAs have changed.
 */
final class PackedLinear {
    private final List<Adaptable> layers;
    private final int part;
    private final int parts;
    private int version;
    private NDArray weight;
    private NDArray bias;

    private PackedLinear(List<Adaptable> layers, int part, int parts) {
        this.layers = layers;
        this.part = part;
        this.parts = parts;
    }

    static PackedLinear of(Linear... layers) {
        return new PackedLinear(List.of(layers), 0, 1);
    }

    /** Rows {@code part} of {@code parts} of a layer's outputs. */
    static PackedLinear part(Linear layer, int part, int parts) {
        return new PackedLinear(List.of(layer), part, parts);
    }

    /** Whether nothing is in the way for an input like {@code x}: no gradient asked for, no LoRA in training. */
    boolean usable(NDArray x) {
        return layers.stream().allMatch(layer -> layer.packs(x));
    }

    /** For inputs of {@code rows} rows. */
    NDArray weight(long rows) {
        int now = layers.stream().mapToInt(Adaptable::version).sum();
        if (weight != null && now != version) {
            weight.close();
            weight = null;
        }
        if (weight == null) {
            weight = NativeHeap.passing(
                    () -> Adaptable.lend(layers, whole -> PackedOps.packLinear(slice(whole), rows)));
            Scope.release(weight);
            version = now;
        }
        return weight;
    }

    /** Null where the layers have none. */
    NDArray bias() {
        NDArray whole = layers.get(0).bias();
        if (whole == null || parts == 1) {
            return whole;
        }
        if (bias == null) {
            try (var scope = Scope.open()) {
                bias = scope.keep(slice(whole).duplicate());
            }
            Scope.release(bias);
        }
        return bias;
    }

    private NDArray slice(NDArray whole) {
        return parts == 1 ? whole : whole.split(parts, 0).get(part);
    }
}
