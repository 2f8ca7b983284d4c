package dev.storyloom.diffusion.pipeline;

import ai.djl.Device;
import ai.djl.ndarray.NDManager;
import dev.storyloom.diffusion.lora.LoraFile;
import dev.storyloom.diffusion.lora.LoraLayer;
import dev.storyloom.diffusion.lora.LoraTargets;
import dev.storyloom.diffusion.nn.Adaptable;
import dev.storyloom.diffusion.nn.LowRank;
import dev.storyloom.diffusion.tensor.Scope;
import dev.storyloom.diffusion.tensor.Torch;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** The LoRAs that are on a model now; closing it takes them off. */
final class LoraSet implements AutoCloseable {
    private final NDManager owner = Torch.newOwner("loras");
    private final Map<Adaptable, List<LowRank>> branches = new HashMap<>();

    /** Reads and checks every file before it puts any of them on. */
    LoraSet(List<LoraUse> uses, Map<String, Map<String, Adaptable>> parts, int layersPerBlock) {
        try (var scope = Scope.open()) {
            LoraTargets targets = LoraTargets.of(parts, layersPerBlock);
            for (LoraUse use : uses) {
                for (LoraLayer layer : LoraFile.read(use.file(), targets)) {
                    Adaptable adapted = parts.get(layer.part()).get(layer.module());
                    branches.computeIfAbsent(adapted, key -> new ArrayList<>())
                            .add(layer.branch(on(adapted.device()), use.scale()));
                }
            }
            branches.forEach(Adaptable::setBranches);
        } catch (RuntimeException e) {
            close();
            throw e;
        }
    }

    private NDManager on(Device device) {
        return device.equals(owner.getDevice()) ? owner : owner.newSubManager(device);
    }

    @Override
    public void close() {
        branches.keySet().forEach(layer -> layer.setBranches(List.of()));
        owner.close();
    }
}
