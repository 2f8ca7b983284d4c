package dev.storyloom.diffusion.training;

/**
 * Random numbers that depend on nothing but a seed and a name, on every machine and Java version alike: what step n
 * draws is the same whether or not the steps before it ran in this process. SplitMix64 (Steele et al. 2014).
 */
final class SeededDraws {

    private static final long GOLDEN = 0x9E3779B97F4A7C15L;

    private long state;

    /** {@code purpose} keeps the draws for noise, order and crops apart; {@code index} those of each step. */
    SeededDraws(long seed, String purpose, long index) {
        this.state = mix(mix(seed + GOLDEN) ^ purpose.hashCode() * GOLDEN) + mix(index * GOLDEN + 1);
    }

    long nextLong() {
        state += GOLDEN;
        return mix(state);
    }

    /** Uniform in [0, bound). */
    int nextInt(int bound) {
        return (int) Math.floorMod(nextLong() >>> 1, (long) bound);
    }

    /** Standard normal numbers, by Box and Muller. */
    float[] normal(int count) {
        var values = new float[count];
        for (int i = 0; i < count; i += 2) {
            double radius = StrictMath.sqrt(-2 * StrictMath.log(1 - unit()));
            double angle = 2 * Math.PI * unit();
            values[i] = (float) (radius * StrictMath.cos(angle));
            if (i + 1 < count) {
                values[i + 1] = (float) (radius * StrictMath.sin(angle));
            }
        }
        return values;
    }

    /** 0 … count - 1 in random order. */
    int[] order(int count) {
        var order = new int[count];
        for (int i = 0; i < count; i++) {
            int j = nextInt(i + 1);
            order[i] = order[j];
            order[j] = i;
        }
        return order;
    }

    private double unit() {
        return (nextLong() >>> 11) * 0x1p-53;
    }

    private static long mix(long z) {
        long a = (z ^ z >>> 30) * 0xBF58476D1CE4E5B9L;
        long b = (a ^ a >>> 27) * 0x94D049BB133111EBL;
        return b ^ b >>> 31;
    }
}
