package dev.storyloom.pretrain.painter;

import java.awt.Color;
import java.awt.image.BufferedImage;

/** Gives the main colour of a drawing another tint, with its light and shade; eyes, noses and patterns stay. */
final class Recolouring {
    /** Half the width of the main colour in the circle of hues. */
    private static final float REACH = 0.075f;
    private static final float GREY = 0.16f;

    private final float hue;
    private final boolean grey;
    private final float saturation;
    private final float brightness;
    private final float[] target;

    /** Measures the main colour of {@code drawing}. */
    Recolouring(BufferedImage drawing, Tint tint) {
        double[] hues = new double[24];
        double greys = 0;
        for (int y = 0; y < drawing.getHeight(); y += 2) {
            for (int x = 0; x < drawing.getWidth(); x += 2) {
                int p = drawing.getRGB(x, y);
                float[] c = hsb(p);
                if (p >>> 24 > 200 && c[2] > 0.3f) {
                    if (c[1] < GREY) {
                        greys++;
                    } else {
                        hues[(int) (c[0] * 24) % 24] += 1;
                    }
                }
            }
        }
        int best = 0;
        for (int i = 0; i < 24; i++) {
            best = hues[i] + hues[(i + 1) % 24] > hues[best] + hues[(best + 1) % 24] ? i : best;
        }
        this.grey = greys > hues[best] + hues[(best + 1) % 24];
        this.hue = (best + 1) / 24f;
        double[] sum = new double[3];
        for (int y = 0; y < drawing.getHeight(); y += 2) {
            for (int x = 0; x < drawing.getWidth(); x += 2) {
                int p = drawing.getRGB(x, y);
                float[] c = hsb(p);
                if (p >>> 24 > 200 && main(c)) {
                    sum[0]++;
                    sum[1] += c[1];
                    sum[2] += c[2];
                }
            }
        }
        this.saturation = (float) (sum[1] / Math.max(1, sum[0]));
        this.brightness = (float) (sum[2] / Math.max(1, sum[0]));
        this.target = hsb(tint.rgb);
    }

    BufferedImage apply(BufferedImage drawing) {
        BufferedImage out = new BufferedImage(drawing.getWidth(), drawing.getHeight(), BufferedImage.TYPE_INT_ARGB);
        for (int y = 0; y < drawing.getHeight(); y++) {
            for (int x = 0; x < drawing.getWidth(); x++) {
                int p = drawing.getRGB(x, y);
                out.setRGB(x, y, p & 0xFF000000 | apply(p) & 0xFFFFFF);
            }
        }
        return out;
    }

    int apply(int rgb) {
        float[] c = hsb(rgb);
        if (!main(c)) {
            return rgb;
        }
        float s = grey || saturation < 0.05f ? target[1] : target[1] * Math.min(1.25f, c[1] / saturation);
        float b = target[2] * Math.min(1.5f, c[2] / Math.max(0.05f, brightness));
        return Color.HSBtoRGB(target[0], Math.min(1, s), Math.min(1, b));
    }

    private boolean main(float[] c) {
        if (grey) {
            return c[1] < 2 * GREY && c[2] > 0.45f;
        }
        float apart = Math.abs(c[0] - hue);
        return c[1] >= GREY && c[2] > 0.2f && Math.min(apart, 1 - apart) < REACH;
    }

    private static float[] hsb(int rgb) {
        return Color.RGBtoHSB(rgb >> 16 & 255, rgb >> 8 & 255, rgb & 255, null);
    }
}
