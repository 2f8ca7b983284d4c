package dev.storyloom.diffusion.check;

import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import java.util.TreeSet;

import dev.storyloom.diffusion.weights.SafetensorsFile;
import dev.storyloom.diffusion.weights.TensorInfo;
import dev.storyloom.diffusion.weights.TensorSource;

/** What a LoRA starts from: the common file, unless the case has start values of its own (all tensors joined). */
final class StartValues implements TensorSource {

    private final SafetensorsFile common;
    private final Map<String, float[]> own = new HashMap<>();

    StartValues(SafetensorsFile common, SafetensorsFile training) {
        this.common = common;
        if (training.tensors().containsKey("init.flat")) {
            float[] flat = training.floats("init.flat");
            int from = 0;
            for (String name : new TreeSet<>(common.tensors().keySet())) {
                int length = (int) common.tensors().get(name).elements();
                own.put(name, Arrays.copyOfRange(flat, from, from + length));
                from += length;
            }
        }
    }

    @Override
    public Map<String, TensorInfo> tensors() {
        return common.tensors();
    }

    @Override
    public ByteBuffer bytes(String name) {
        return common.bytes(name);
    }

    @Override
    public float[] floats(String name) {
        return own.isEmpty() ? common.floats(name) : own.get(name);
    }
}
