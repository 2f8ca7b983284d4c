package dev.storyloom.diffusion.weights;

import java.util.Arrays;

/**
 * Where one tensor lies in its file.
 *
 * @param offset first byte, counted from the start of the data (not of the file)
 * @param length bytes
 */
public record TensorInfo(String name, Dtype dtype, long[] shape, long offset, long length) {

    /** Numbers held; 1 for a scalar. */
    public long elements() {
        return length / dtype.size();
    }

    public long end() {
        return offset + length;
    }

    @Override
    public String toString() {
        return name + " " + dtype + Arrays.toString(shape);
    }
}
