package dev.storyloom.diffusion.weights;

/** IEEE 754 half precision to and from float, bit for bit (the JDK has this only from version 20). */
public final class HalfFloat {

    private HalfFloat() {
    }

    public static float toFloat(short half) {
        int sign = (half & 0x8000) << 16;
        int rest = half & 0x7fff;
        if (rest >= 0x7c00) {
            return Float.intBitsToFloat(sign | 0x7f800000 | (rest & 0x3ff) << 13);
        }
        if (rest < 0x400) {
            return Float.intBitsToFloat(sign | Float.floatToRawIntBits(rest * 0x1p-24f));
        }
        return Float.intBitsToFloat(sign | (rest << 13) + 0x38000000);
    }

    /** Rounds to the nearest half, ties to even; 65520 and more become infinite. */
    public static short fromFloat(float value) {
        int bits = Float.floatToRawIntBits(value);
        int sign = bits >>> 16 & 0x8000;
        int rest = bits & 0x7fffffff;
        if (rest > 0x7f800000) {
            return (short) (sign | 0x7e00 | rest >>> 13 & 0x3ff);
        }
        if (rest >= 0x477ff000) {
            return (short) (sign | 0x7c00);
        }
        if (rest < 0x38800000) {
            return (short) (sign | (int) Math.rint(Float.intBitsToFloat(rest) * 0x1p24f));
        }
        int moved = rest - 0x38000000;
        return (short) (sign | moved + 0xfff + (moved >>> 13 & 1) >>> 13);
    }
}
