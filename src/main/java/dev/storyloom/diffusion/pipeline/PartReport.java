package dev.storyloom.diffusion.pipeline;

import dev.storyloom.diffusion.weights.Dtype;
import java.util.List;
import java.util.Set;

/**
 * What a look at one part of a model found, before anything is loaded.
 *
 * @param part its folder's name
 * @param kind the class that its config or the model's index names
 * @param tensors weights in its files
 * @param bytes what they take there
 * @param formats number formats that occur among them
 * @param faults what is wrong, one sentence each; empty for a part that is whole
 */
public record PartReport(
        String part, String kind, int tensors, long bytes, Set<Dtype> formats, List<String> faults) {

    public boolean whole() {
        return faults.isEmpty();
    }
}
