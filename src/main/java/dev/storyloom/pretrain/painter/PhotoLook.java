package dev.storyloom.pretrain.painter;

import java.awt.geom.AffineTransform;
import java.awt.image.BufferedImage;
import java.util.random.RandomGenerator;

/**
 * Makes shaded figures look like toys before a camera: rounded by one lamp, with a soft shadow on the ground, the
 * background out of focus, and the faults of lens and sensor.
 */
final class PhotoLook {
    private static final int SIZE = Brush.SIZE;

    private PhotoLook() {
    }

    /** A small turn and slant, as of a camera in the hand. */
    static AffineTransform hand(RandomGenerator random) {
        AffineTransform hand = AffineTransform.getRotateInstance((random.nextDouble() - 0.5) * 0.2, 64, 104);
        hand.translate(64, 104);
        hand.shear((random.nextDouble() - 0.5) * 0.12, 0);
        hand.scale(0.94 + random.nextDouble() * 0.12, 1);
        hand.translate(-64, -104);
        return hand;
    }

    /**
     * Develops the picture.
     *
     * @param background sharp, overwritten with the result
     * @param dim 1 by day, less when the place is dark
     */
    static void develop(BufferedImage background, Layer toys, double dim, RandomGenerator random) {
        boolean hard = random.nextInt(3) == 0;
        boolean fromLeft = random.nextBoolean();
        float[] solid = toys.mask();
        float[] shadow = Planes.blurred(Planes.blurred(solid, hard ? 1 : 4), hard ? 2 : 5);
        float[] contact = Planes.blurred(solid, 2);
        float[] round = Planes.blurred(Planes.blurred(solid, 3), 4);
        float[][] out = Planes.of(background);
        int depth = random.nextInt(4);
        out = Planes.blurred(Planes.blurred(out, depth), depth / 2);
        int dx = fromLeft ? 6 + random.nextInt(5) : -6 - random.nextInt(5);
        int dy = 2 + random.nextInt(3);
        float dark = 0.35f + 0.3f * random.nextFloat();
        float moulded = 0.5f + 0.6f * random.nextFloat();
        for (int i = 0; i < SIZE * SIZE; i++) {
            int x = i % SIZE;
            int y = i / SIZE;
            float cast = 1 - dark * at(shadow, x - dx, y - dy) - 0.25f * at(contact, x, y - 2);
            int to = fromLeft ? -2 : 2;
            float facing = at(round, x - to, y + 2) - at(round, x + to, y - 2);
            float shade = 0.86f + 0.14f * round[i] + moulded * facing;
            float a = solid[i];
            int p = toys.argb[i];
            for (int c = 0; c < 3; c++) {
                out[c][i] = a * (p >> 16 - 8 * c & 255) * shade + (1 - a) * out[c][i] * Math.max(0.2f, cast);
            }
        }
        if (random.nextInt(3) == 0) {
            out = Planes.blurred(out, 1);
        }
        lens(out, dim, fromLeft, random);
        Planes.put(out, background);
    }

    /** Fall of light, corners, colour cast, contrast and noise. */
    private static void lens(float[][] out, double dim, boolean fromLeft, RandomGenerator random) {
        double warm = random.nextDouble() * 0.30 - 0.13;
        double green = random.nextDouble() * 0.06 - 0.03;
        boolean under = random.nextInt(5) == 0;
        double exposure = dim * (under ? 0.6 + 0.2 * random.nextDouble() : 0.9 + 0.25 * random.nextDouble());
        double fall = random.nextDouble() * 0.4;
        double corners = random.nextDouble() * 0.5;
        double contrast = 0.85 + random.nextDouble() * 0.3;
        double grain = 1 + random.nextDouble() * random.nextDouble() * 9;
        double[] cast = {1 + warm * 0.5, 1 + green, 1 - warm * 0.5};
        for (int i = 0; i < SIZE * SIZE; i++) {
            double u = (i % SIZE - 63.5) / 64;
            double v = (i / SIZE - 63.5) / 64;
            double gain = exposure * (1 + fall * (fromLeft ? -u : u) * 0.6 - fall * v * 0.25)
                    * (1 - corners * Math.max(0, u * u + v * v - 0.5) * 0.7);
            double noise = (random.nextDouble() + random.nextDouble() - 1) * 2.4 * grain;
            for (int c = 0; c < 3; c++) {
                double own = (random.nextDouble() - 0.5) * grain;
                out[c][i] = (float) ((out[c][i] * gain * cast[c] - 118) * contrast + 118 + noise + own);
            }
        }
    }

    private static float at(float[] plane, int x, int y) {
        return plane[Math.max(0, Math.min(SIZE - 1, y)) * SIZE + Math.max(0, Math.min(SIZE - 1, x))];
    }
}
