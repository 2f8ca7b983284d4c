package dev.storyloom.pretrain.sample;

/** Smooth noise and the grain of wood, the same on every machine. */
final class Texture {
    private Texture() {
    }

    /** Value noise between 0 and 1. */
    static double noise(double x, double y) {
        long xi = (long) Math.floor(x);
        long yi = (long) Math.floor(y);
        double u = x - xi;
        double v = y - yi;
        u = u * u * (3 - 2 * u);
        v = v * v * (3 - 2 * v);
        double top = cell(xi, yi) * (1 - u) + cell(xi + 1, yi) * u;
        double low = cell(xi, yi + 1) * (1 - u) + cell(xi + 1, yi + 1) * u;
        return top * (1 - v) + low * v;
    }

    private static double cell(long x, long y) {
        long h = x * 0x9E3779B97F4A7C15L ^ y * 0xC2B2AE3D27D4EB4FL;
        h = (h ^ h >>> 29) * 0xBF58476D1CE4E5B9L;
        return ((h ^ h >>> 32) & 0xFFFF) / 65535.0;
    }

    static int wood(int rgb, double along, double across) {
        double grain = noise(along * 1.2, across * 14) * 0.7 + noise(along * 5, across * 40) * 0.3;
        double plank = Math.abs(across * 1.1 - Math.rint(across * 1.1)) < 0.012 ? 0.7 : 1;
        return shade(rgb, plank * (0.82 + 0.32 * grain));
    }

    static int shade(int rgb, double factor) {
        int r = (int) Math.min(255, (rgb >> 16 & 255) * factor);
        int g = (int) Math.min(255, (rgb >> 8 & 255) * factor);
        int b = (int) Math.min(255, (rgb & 255) * factor);
        return r << 16 | g << 8 | b;
    }
}
