package dev.storyloom.pretrain.painter;

import java.awt.image.BufferedImage;
import java.util.SplittableRandom;

/** Pictures as planes of floats on the painter's square: blurring, noise, and the way there and back. */
final class Planes {
    private static final int SIZE = Brush.SIZE;
    private static final int TILE = 256;
    private static final float[] GRAIN = grain();
    private static final float[] SMOOTH = smooth();

    private Planes() {
    }

    /** Red, green and blue, 0 to 255. */
    static float[][] of(BufferedImage image) {
        int[] rgb = image.getRGB(0, 0, SIZE, SIZE, null, 0, SIZE);
        float[][] planes = new float[3][rgb.length];
        for (int i = 0; i < rgb.length; i++) {
            planes[0][i] = rgb[i] >> 16 & 255;
            planes[1][i] = rgb[i] >> 8 & 255;
            planes[2][i] = rgb[i] & 255;
        }
        return planes;
    }

    static void put(float[][] planes, BufferedImage image) {
        int[] rgb = new int[SIZE * SIZE];
        for (int i = 0; i < rgb.length; i++) {
            rgb[i] = Layer.clamp(planes[0][i] + 0.5) << 16 | Layer.clamp(planes[1][i] + 0.5) << 8
                    | Layer.clamp(planes[2][i] + 0.5);
        }
        image.setRGB(0, 0, SIZE, SIZE, rgb, 0, SIZE);
    }

    /** Mean over a square of 2 radius + 1. */
    static float[] blurred(float[] plane, int radius) {
        return blurred(plane, SIZE, radius);
    }

    static float[][] blurred(float[][] planes, int radius) {
        return radius == 0 ? planes
                : new float[][] {blurred(planes[0], radius), blurred(planes[1], radius), blurred(planes[2], radius)};
    }

    private static float[] blurred(float[] plane, int size, int radius) {
        return transposedBlur(transposedBlur(plane, size, radius), size, radius);
    }

    /** Running means along the rows, written as columns, so that twice gives both directions. */
    private static float[] transposedBlur(float[] plane, int size, int radius) {
        float[] out = new float[plane.length];
        float share = 1f / (2 * radius + 1);
        for (int y = 0; y < size; y++) {
            int row = y * size;
            float sum = plane[row] * radius;
            for (int x = 0; x <= radius; x++) {
                sum += plane[row + x];
            }
            for (int x = 0; x < size; x++) {
                out[x * size + y] = sum * share;
                sum += plane[row + Math.min(size - 1, x + radius + 1)] - plane[row + Math.max(0, x - radius)];
            }
        }
        return out;
    }

    /** Fine diagonal streaks, as wax leaves on paper; roughly normal, of standard deviation 1. */
    static float streak(int x, int y) {
        return GRAIN[(y & TILE - 1) * TILE + (x & TILE - 1)];
    }

    /** Noise that changes over some ten pixels; of standard deviation 1. */
    static float smooth(int x, int y) {
        return SMOOTH[(y & TILE - 1) * TILE + (x & TILE - 1)];
    }

    private static float[] white(long seed) {
        SplittableRandom random = new SplittableRandom(seed);
        float[] noise = new float[TILE * TILE];
        for (int i = 0; i < noise.length; i++) {
            noise[i] = (float) (random.nextDouble() + random.nextDouble() + random.nextDouble() - 1.5);
        }
        return noise;
    }

    private static float[] grain() {
        float[] noise = white(1);
        float[] out = new float[noise.length];
        for (int y = 0; y < TILE; y++) {
            for (int x = 0; x < TILE; x++) {
                float sum = 0;
                for (int k = -3; k <= 3; k++) {
                    sum += noise[(y - k & TILE - 1) * TILE + (x + k & TILE - 1)];
                }
                out[y * TILE + x] = sum + 0.8f * noise[y * TILE + x];
            }
        }
        return normalised(out);
    }

    /** White noise blurred across the seams, so that tiles join. */
    private static float[] smooth() {
        float[] noise = white(3);
        for (int pass = 0; pass < 4; pass++) {
            float[] out = new float[noise.length];
            for (int y = 0; y < TILE; y++) {
                for (int x = 0; x < TILE; x++) {
                    float sum = 0;
                    for (int k = -4; k <= 4; k++) {
                        sum += noise[pass % 2 == 0 ? y * TILE + (x + k & TILE - 1) : (y + k & TILE - 1) * TILE + x];
                    }
                    out[y * TILE + x] = sum;
                }
            }
            noise = out;
        }
        return normalised(noise);
    }

    private static float[] normalised(float[] plane) {
        double squares = 0;
        for (float v : plane) {
            squares += v * v;
        }
        float scale = (float) (1 / Math.sqrt(squares / plane.length));
        for (int i = 0; i < plane.length; i++) {
            plane[i] *= scale;
        }
        return plane;
    }
}
