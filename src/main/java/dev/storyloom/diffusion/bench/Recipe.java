package dev.storyloom.diffusion.bench;

import java.nio.charset.StandardCharsets;

import ai.djl.ndarray.types.Shape;

/**
 * Numbers for weights and inputs from their names alone, equal in every language: splitmix64 (Steele, Lea and Flood
 * 2014) over the FNV-1a hash of the name, top 24 bits as a number in [0, 1). Weights keep a signal's variance about
 * as it is, so that a model of any size gives numbers of an ordinary size.
 */
public final class Recipe {

    private static final float UNIT = 1f / (1 << 24);
    private static final long STRIDE = 0x9E3779B97F4A7C15L;

    private Recipe() {
    }

    /** The weight called {@code name}, in row-major order. */
    public static float[] weight(String name, Shape shape) {
        int size = Math.toIntExact(shape.size());
        if (shape.dimension() >= 2) {
            long fanIn = size / shape.get(0);
            return uniform(name, size, (float) (Math.sqrt(12) * gain(name) / Math.sqrt(fanIn)), 0);
        }
        return name.endsWith("weight") ? uniform(name, size, 0.4f, 1) : uniform(name, size, 0.2f, 0);
    }

    /** An input: nearly normal, as the sum of four uniform numbers. */
    public static float[] input(String name, Shape shape) {
        var sum = new double[Math.toIntExact(shape.size())];
        for (int part = 0; part < 4; part++) {
            float[] values = uniform(name + "#" + part, sum.length, 1, 0);
            for (int i = 0; i < sum.length; i++) {
                sum[i] += values[i];
            }
        }
        var values = new float[sum.length];
        for (int i = 0; i < values.length; i++) {
            values[i] = (float) (sum[i] * Math.sqrt(3));
        }
        return values;
    }

    /** offset + (u - 0.5) scale. */
    private static float[] uniform(String name, int size, float scale, float offset) {
        long counter = hash(name);
        var values = new float[size];
        for (int i = 0; i < size; i++) {
            counter += STRIDE;
            long z = (counter ^ counter >>> 30) * 0xBF58476D1CE4E5B9L;
            z = (z ^ z >>> 27) * 0x94D049BB133111EBL;
            float centred = (((z ^ z >>> 31) >>> 40) * UNIT - 0.5f) * scale;
            values[i] = offset + centred;
        }
        return values;
    }

    static long hash(String name) {
        long hash = 0xCBF29CE484222325L;
        for (byte b : name.getBytes(StandardCharsets.UTF_8)) {
            hash = (hash ^ b & 0xff) * 0x100000001B3L;
        }
        return hash;
    }

    private static double gain(String name) {
        if (name.contains(".attn") && (name.endsWith("to_q.weight") || name.endsWith("to_k.weight"))) {
            return 1.3;
        }
        boolean endsABranch = name.endsWith("to_out.0.weight") || name.endsWith("ff.net.2.weight")
                || name.endsWith("proj_out.weight") || name.endsWith("conv2.weight");
        return endsABranch ? 0.5 : 1;
    }
}
