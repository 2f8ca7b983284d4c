package dev.storyloom.diffusion.tensor;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.types.DataType;
import java.util.Locale;

/**
 * Number formats to compute in. An array of BFLOAT16 has the DataType UNKNOWN: DJL 0.36 aborts the JVM where the name of
 * that format is used, so that formats are told to libtorch by its own numbers, here and nowhere else.
 */
public enum Precision {
    FLOAT32(6, DataType.FLOAT32, 4),
    FLOAT16(5, DataType.FLOAT16, 2),
    BFLOAT16(15, DataType.UNKNOWN, 2);

    private final int torchNumber;
    private final DataType dataType;
    private final int bytes;

    Precision(int torchNumber, DataType dataType, int bytes) {
        this.torchNumber = torchNumber;
        this.dataType = dataType;
        this.bytes = bytes;
    }

    /** {@code x} itself where it is of this format already; otherwise a cast that gradients pass through. */
    public NDArray cast(NDArray x) {
        return x.getDataType() == dataType ? x : Kernels.call("cast", x, torchNumber);
    }

    /** Whether {@code x} is stored in this format. */
    public boolean holds(NDArray x) {
        return x.getDataType() == dataType;
    }

    /** Bytes that one number takes. */
    public int bytes() {
        return bytes;
    }

    /** Largest finite number before sums overflow: 65504 in FLOAT16, practically none in the other two. */
    public boolean overflowsEasily() {
        return this == FLOAT16;
    }

    int torchNumber() {
        return torchNumber;
    }

    /** {@code fp32}, {@code fp16} or {@code bf16}, as the field calls them. */
    @Override
    public String toString() {
        return switch (this) {
            case FLOAT32 -> "fp32";
            case FLOAT16 -> "fp16";
            case BFLOAT16 -> "bf16";
        };
    }

    /** Reads {@link #toString} back; throws IllegalArgumentException for another word. */
    public static Precision of(String name) {
        for (Precision precision : values()) {
            if (precision.toString().equals(name.toLowerCase(Locale.ROOT))) {
                return precision;
            }
        }
        throw new IllegalArgumentException(name);
    }
}
