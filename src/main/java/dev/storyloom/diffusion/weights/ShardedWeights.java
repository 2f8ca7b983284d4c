package dev.storyloom.diffusion.weights;

import java.nio.ByteBuffer;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import dev.storyloom.diffusion.ModelException;

/** Several safetensors files seen as one; a name that two of them hold is refused. */
final class ShardedWeights implements TensorSource {

    private final Map<String, TensorInfo> tensors = new LinkedHashMap<>();
    private final Map<String, TensorSource> owners = new LinkedHashMap<>();

    ShardedWeights(List<? extends TensorSource> shards) {
        for (TensorSource shard : shards) {
            shard.tensors().forEach((name, info) -> {
                if (tensors.put(name, info) != null) {
                    throw new ModelException("Two files of the model hold the weight " + name + ".");
                }
                owners.put(name, shard);
            });
        }
    }

    @Override
    public Map<String, TensorInfo> tensors() {
        return Collections.unmodifiableMap(tensors);
    }

    @Override
    public ByteBuffer bytes(String name) {
        return owner(name).bytes(name);
    }

    @Override
    public void read(String name, ByteBuffer target) {
        owner(name).read(name, target);
    }

    @Override
    public float[] floats(String name) {
        return owner(name).floats(name);
    }

    private TensorSource owner(String name) {
        TensorSource owner = owners.get(name);
        if (owner == null) {
            throw new ModelException("The model lacks the weight " + name + ".");
        }
        return owner;
    }
}
