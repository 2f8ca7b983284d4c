package dev.storyloom.diffusion.weights;

import java.nio.ByteBuffer;
import java.util.Map;

/** Named tensors to read: one safetensors file, or several shards seen as one. */
public interface TensorSource {

    /** In the order of the file. */
    Map<String, TensorInfo> tensors();

    /** A read-only, little-endian view of the mapped file; nothing is copied. */
    ByteBuffer bytes(String name);

    /** Fills {@code target}, which must have exactly the tensor's length left, with its bytes. */
    default void read(String name, ByteBuffer target) {
        target.put(bytes(name));
    }

    /** The numbers as floats, whatever real format they are stored in (F16, BF16, F32, F64, I64, I32, U8). */
    float[] floats(String name);
}
