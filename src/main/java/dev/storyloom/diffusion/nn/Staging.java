package dev.storyloom.diffusion.nn;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.DataType;
import ai.djl.ndarray.types.Shape;
import dev.storyloom.diffusion.tensor.Scope;
import java.nio.ByteBuffer;

/**
 * Memory that one weight after another is read into. Memory taken anew for each would cost more time than the reading:
 * the system clears every page of it.
 */
final class Staging {
    private final NDManager owner;
    private final DataType type;
    private NDArray numbers;
    private ByteBuffer bytes;

    Staging(NDManager owner, DataType type) {
        this.owner = owner;
        this.type = type;
    }

    /** The first {@code size} numbers as a flat array; what they were before is lost. */
    NDArray array(long size) {
        if (numbers == null || numbers.size() < size) {
            if (numbers != null) {
                numbers.close();
            }
            numbers = Scope.release(owner.create(new Shape(size), type));
            bytes = numbers.toByteBuffer(true);
        }
        return numbers.get(":" + size);
    }

    /** The bytes of the numbers {@code from} to {@code to}, which is left out; to write to. */
    ByteBuffer bytes(long from, long to) {
        int each = type.getNumOfBytes();
        return bytes.slice(Math.toIntExact(from * each), Math.toIntExact((to - from) * each));
    }
}
