package dev.storyloom.pretrain.painter;

import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.image.BufferedImage;
import java.awt.image.DataBufferInt;

/** A transparent sheet over the picture, for whoever is lit as one. */
final class Layer {
    private static final int SIZE = Brush.SIZE;

    final BufferedImage image = new BufferedImage(SIZE, SIZE, BufferedImage.TYPE_INT_ARGB);
    final Graphics2D g = image.createGraphics();
    /** The pixels themselves. */
    final int[] argb = ((DataBufferInt) image.getRaster().getDataBuffer()).getData();

    Layer() {
        Brush.smooth(g);
    }

    /** The hour's colours, brighter on the side of the sun, with a bright rim towards it. */
    void light(Light light, boolean fromLeft, double depth) {
        int left = SIZE;
        int right = 0;
        for (int i = 0; i < argb.length; i++) {
            if (argb[i] >>> 24 > 60) {
                left = Math.min(left, i % SIZE);
                right = Math.max(right, i % SIZE);
            }
        }
        double[] keep = light.onFigures();
        Color beam = light.beam();
        double[] shine = {beam.getRed(), beam.getGreen(), beam.getBlue()};
        double rim = light == Light.DAY ? 0.22 : 0.42;
        int[] before = argb.clone();
        for (int i = 0; i < argb.length; i++) {
            int p = before[i];
            if (p >>> 24 == 0) {
                continue;
            }
            double across = (i % SIZE - left) / (double) Math.max(1, right - left) - 0.5;
            double side = 1 + depth * (fromLeft ? -across : across);
            double edge = edge(before, i, fromLeft) * rim;
            int out = p & 0xFF000000;
            for (int c = 0; c < 3; c++) {
                int shift = 16 - 8 * c;
                double v = (p >> shift & 255) * keep[c] * side;
                out |= clamp(v + (shine[c] - v) * edge) << shift;
            }
            argb[i] = out;
        }
    }

    /** 1 where the figure ends two pixels further towards the light, 0 inside. */
    private static double edge(int[] pixels, int i, boolean fromLeft) {
        int x = i % SIZE + (fromLeft ? -2 : 2);
        int y = i / SIZE - 1;
        return x < 0 || x >= SIZE || y < 0 ? 0 : 1 - (pixels[y * SIZE + x] >>> 24) / 255.0;
    }

    /** Where something is drawn, 0 to 1. */
    float[] mask() {
        float[] mask = new float[argb.length];
        for (int i = 0; i < mask.length; i++) {
            mask[i] = (argb[i] >>> 24) / 255f;
        }
        return mask;
    }

    void done() {
        g.dispose();
    }

    static int clamp(double v) {
        return v < 0 ? 0 : v > 255 ? 255 : (int) v;
    }
}
