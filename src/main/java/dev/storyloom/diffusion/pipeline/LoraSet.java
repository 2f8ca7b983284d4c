package dev.storyloom.diffusion.pipeline;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.Shape;
import dev.storyloom.diffusion.lora.LoraFile;
import dev.storyloom.diffusion.lora.LoraLayer;
import dev.storyloom.diffusion.lora.LoraTargets;
import dev.storyloom.diffusion.nn.Linear;
import dev.storyloom.diffusion.tensor.Scope;
import dev.storyloom.diffusion.tensor.Torch;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** The LoRAs that are on a model now; closing it takes them off. */
final class LoraSet implements AutoCloseable {
    private final NDManager owner = Torch.newOwner("loras");
    private final Map<Linear, List<Linear.LowRank>> branches = new HashMap<>();

    /** Reads and checks every file before it puts any of them on. */
    LoraSet(List<LoraUse> uses, Map<String, Map<String, Linear>> parts, int layersPerBlock) {
        try (var scope = Scope.open()) {
            LoraTargets targets = targets(parts, layersPerBlock);
            for (LoraUse use : uses) {
                for (LoraLayer layer : LoraFile.read(use.file(), targets)) {
                    Linear linear = parts.get(layer.part()).get(layer.module());
                    branches.computeIfAbsent(linear, key -> new ArrayList<>()).add(branch(layer, use.scale(), scope));
                }
            }
        } catch (RuntimeException e) {
            owner.close();
            throw e;
        }
        branches.forEach(Linear::setBranches);
    }

    private static LoraTargets targets(Map<String, Map<String, Linear>> parts, int layersPerBlock) {
        var targets = new LoraTargets();
        parts.forEach((part, linears) -> linears.forEach(
                (path, linear) -> targets.add(part, path, linear.in(), linear.out(), layersPerBlock)));
        return targets;
    }

    private Linear.LowRank branch(LoraLayer layer, double scale, Scope scope) {
        NDArray down = owner.create(layer.down(), new Shape(layer.rank(), layer.in()));
        NDArray up = owner.create(layer.up(), new Shape(layer.out(), layer.rank()));
        scope.keep(down);
        scope.keep(up);
        return new Linear.LowRank(down, up, scale * layer.alpha() / layer.rank());
    }

    @Override
    public void close() {
        branches.keySet().forEach(linear -> linear.setBranches(List.of()));
        owner.close();
    }
}
