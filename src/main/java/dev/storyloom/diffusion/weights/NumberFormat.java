package dev.storyloom.diffusion.weights;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;

import dev.storyloom.diffusion.SafetensorsException;

/** Stored numbers to floats and back, little-endian as the safetensors format wants them. */
final class NumberFormat {

    private NumberFormat() {
    }

    static float[] floats(ByteBuffer bytes, TensorInfo info) {
        var values = new float[Math.toIntExact(info.elements())];
        switch (info.dtype()) {
            case F32 -> bytes.asFloatBuffer().get(values);
            case F16 -> {
                var halves = bytes.asShortBuffer();
                for (int i = 0; i < values.length; i++) {
                    values[i] = HalfFloat.toFloat(halves.get(i));
                }
            }
            case BF16 -> {
                var shorts = bytes.asShortBuffer();
                for (int i = 0; i < values.length; i++) {
                    values[i] = Float.intBitsToFloat(shorts.get(i) << 16);
                }
            }
            case F64 -> {
                for (int i = 0; i < values.length; i++) {
                    values[i] = (float) bytes.getDouble(8 * i);
                }
            }
            case I64 -> {
                for (int i = 0; i < values.length; i++) {
                    values[i] = bytes.getLong(8 * i);
                }
            }
            case I32 -> {
                for (int i = 0; i < values.length; i++) {
                    values[i] = bytes.getInt(4 * i);
                }
            }
            case U8 -> {
                for (int i = 0; i < values.length; i++) {
                    values[i] = bytes.get(i) & 0xff;
                }
            }
            default -> throw new SafetensorsException("unsupported_dtype", info + " cannot be read as floats.");
        }
        return values;
    }

    static ByteBuffer f32(float[] values) {
        ByteBuffer bytes = allocate(values.length, 4);
        bytes.asFloatBuffer().put(values);
        return bytes;
    }

    static ByteBuffer f16(float[] values) {
        ByteBuffer bytes = allocate(values.length, 2);
        for (int i = 0; i < values.length; i++) {
            bytes.putShort(2 * i, HalfFloat.fromFloat(values[i]));
        }
        return bytes;
    }

    /** Rounds to the nearest, ties to even; for numbers that are numbers. */
    static ByteBuffer bf16(float[] values) {
        ByteBuffer bytes = allocate(values.length, 2);
        for (int i = 0; i < values.length; i++) {
            int bits = Float.floatToRawIntBits(values[i]);
            bytes.putShort(2 * i, (short) (bits + 0x7fff + (bits >>> 16 & 1) >>> 16));
        }
        return bytes;
    }

    static ByteBuffer i64(long[] values) {
        ByteBuffer bytes = allocate(values.length, 8);
        bytes.asLongBuffer().put(values);
        return bytes;
    }

    private static ByteBuffer allocate(int count, int size) {
        return ByteBuffer.allocate(Math.multiplyExact(count, size)).order(ByteOrder.LITTLE_ENDIAN);
    }
}
