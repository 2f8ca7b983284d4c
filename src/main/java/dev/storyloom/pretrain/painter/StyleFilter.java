package dev.storyloom.pretrain.painter;

import java.awt.image.BufferedImage;
import java.util.random.RandomGenerator;

/** Turns a drawn picture into one of wax, of water colour, of clay, or of light in the dark. */
final class StyleFilter {
    private static final int SIZE = Brush.SIZE;
    private static final float[] PAPER = {252, 247, 236};
    private static final float[][] GLOWS = {{255, 214, 120}, {130, 225, 255}, {255, 150, 210}};

    private StyleFilter() {
    }

    /** {@code figures}: where somebody stands, 0 to 1. */
    static void apply(Style style, BufferedImage image, float[] figures, RandomGenerator random) {
        int ox = random.nextInt(256);
        int oy = random.nextInt(256);
        switch (style) {
            case CRAYON -> Planes.put(crayon(Planes.of(image), ox, oy), image);
            case WATERCOLOUR -> Planes.put(watercolour(Planes.of(image), ox, oy), image);
            case NIGHT_LIGHT -> Planes.put(nightLight(Planes.of(image), figures, GLOWS[random.nextInt(3)]), image);
            case SOFT_3D -> Planes.put(clay(Planes.of(image)), image);
            default -> {
            }
        }
    }

    private static float[][] crayon(float[][] in, int ox, int oy) {
        float[][] wobbly = wobbled(in, 1.0f, ox, oy);
        float[] edges = edges(wobbly);
        for (int i = 0; i < SIZE * SIZE; i++) {
            int x = i % SIZE;
            int y = i / SIZE;
            // Harder streaks are finer than 16 latents carry for 8x8 pixels: the VAE gave them back as a blur.
            float wax = 0.84f + 0.11f * Planes.streak(x + ox, y + oy);
            wax = Math.max(0.5f, Math.min(1, wax));
            float mean = (wobbly[0][i] + wobbly[1][i] + wobbly[2][i]) / 3;
            float line = Math.min(0.34f, edges[i] / 190);
            for (int c = 0; c < 3; c++) {
                float vivid = mean + (wobbly[c][i] - mean) * 1.12f;
                float drawn = vivid * (1 - line);
                // Wax is thick: even where the paper shows, much of the colour is there.
                float thin = drawn + (PAPER[c] - drawn) * 0.55f;
                wobbly[c][i] = thin + (drawn - thin) * wax;
            }
        }
        return wobbly;
    }

    private static float[][] watercolour(float[][] in, int ox, int oy) {
        float[][] drawn = wobbled(in, 0.8f, ox, oy);
        float[][] washed = Planes.blurred(drawn, 1);
        float[] edges = edges(washed);
        for (int i = 0; i < SIZE * SIZE; i++) {
            int x = i % SIZE;
            int y = i / SIZE;
            float pigment = 0.82f + 0.10f * Planes.smooth(x + ox, y + oy) + 0.025f * Planes.streak(x - oy, y + ox)
                    + Math.min(0.30f, edges[i] / 130);
            float rand = 3.2f + 1.5f * Planes.smooth(x + oy, y + ox);
            float border = Math.min(Math.min(x, SIZE - 1 - x), Math.min(y, SIZE - 1 - y)) - rand;
            pigment *= Math.max(0, Math.min(1, border / 3 + 0.4f));
            for (int c = 0; c < 3; c++) {
                float colour = 0.45f * drawn[c][i] + 0.55f * washed[c][i];
                washed[c][i] = PAPER[c] - (PAPER[c] - colour) * Math.min(1.1f, pigment);
            }
        }
        return washed;
    }

    private static float[][] nightLight(float[][] in, float[] figures, float[] glow) {
        float[] halo = Planes.blurred(Planes.blurred(figures, 4), 5);
        float[] bright = new float[SIZE * SIZE];
        for (int i = 0; i < bright.length; i++) {
            bright[i] = Math.max(0, (in[0][i] * 0.3f + in[1][i] * 0.6f + in[2][i] * 0.1f) - 120);
        }
        float[] bloom = Planes.blurred(Planes.blurred(bright, 3), 3);
        float[] dark = {0.30f, 0.32f, 0.50f};
        for (int i = 0; i < SIZE * SIZE; i++) {
            float outline = (1 - figures[i]) * halo[i];
            for (int c = 0; c < 3; c++) {
                float land = in[c][i] * dark[c] + 4 * c;
                float figure = in[c][i] * 0.82f + glow[c] * 0.16f;
                float lit = land + (figure - land) * figures[i];
                in[c][i] = lit + outline * glow[c] * 1.05f + bloom[i] * glow[c] / 255 * 0.8f;
            }
        }
        return in;
    }

    /** Light from the upper left on every edge. */
    private static float[][] clay(float[][] in) {
        float[][] soft = Planes.blurred(in, 1);
        for (int i = SIZE + 1; i < SIZE * SIZE - SIZE - 1; i++) {
            float slope = 0;
            for (int c = 0; c < 3; c++) {
                slope += soft[c][i + SIZE + 1] - soft[c][i - SIZE - 1];
            }
            float relief = Math.max(-26, Math.min(26, slope * 0.10f));
            for (int c = 0; c < 3; c++) {
                in[c][i] += relief;
            }
        }
        return in;
    }

    private static float[][] wobbled(float[][] in, float by, int ox, int oy) {
        float[][] out = new float[3][SIZE * SIZE];
        for (int i = 0; i < SIZE * SIZE; i++) {
            int x = i % SIZE;
            int y = i / SIZE;
            int sx = Math.round(x + by * Planes.smooth(x + oy, y + ox));
            int sy = Math.round(y + by * Planes.smooth(x + oy + 97, y + ox + 31));
            int from = Math.max(0, Math.min(SIZE - 1, sy)) * SIZE + Math.max(0, Math.min(SIZE - 1, sx));
            for (int c = 0; c < 3; c++) {
                out[c][i] = in[c][from];
            }
        }
        return out;
    }

    private static float[] edges(float[][] in) {
        float[] edges = new float[SIZE * SIZE];
        for (int i = SIZE; i < SIZE * SIZE - SIZE; i++) {
            float sum = 0;
            for (int c = 0; c < 3; c++) {
                sum += Math.abs(in[c][i + 1] - in[c][i - 1]) + Math.abs(in[c][i + SIZE] - in[c][i - SIZE]);
            }
            edges[i] = sum / 3;
        }
        return edges;
    }
}
