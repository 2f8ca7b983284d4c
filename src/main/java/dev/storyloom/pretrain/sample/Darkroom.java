package dev.storyloom.pretrain.sample;

import java.awt.image.BufferedImage;
import java.util.SplittableRandom;

/** Turns the light of a shot into a picture: depth of field, warmth, darker corners, a tone curve and grain. */
final class Darkroom {
    private Darkroom() {
    }

    /**
     * @param seen three numbers of linear light a pixel
     * @param depth distances; below zero for the toy, which is always sharp
     */
    static BufferedImage print(double[] seen, double[] depth, int size, Shot shot, SplittableRandom random) {
        BufferedImage image = new BufferedImage(size, size, BufferedImage.TYPE_INT_RGB);
        double[] gain = {1 + shot.warmth(), 1, 1 - shot.warmth()};
        double[] light = new double[3];
        for (int y = 0; y < size; y++) {
            for (int x = 0; x < size; x++) {
                focus(seen, depth, size, x, y, shot.distance(), light);
                double corner = 1 - 0.38 * (sq(x - size / 2.0) + sq(y - size / 2.0)) / sq(size * 0.707);
                double grain = (random.nextDouble() + random.nextDouble() - 1) * 0.022;
                int rgb = 0;
                for (int c = 0; c < 3; c++) {
                    double v = light[c] * gain[c] * corner;
                    v = Math.pow(v * (1 + v * 0.12) / (1 + v * 0.42) * 1.25, 1 / 2.2) + grain;
                    rgb = rgb << 8 | (int) Math.max(0, Math.min(255, Math.round(v * 255)));
                }
                image.setRGB(x, y, rgb);
            }
        }
        return image;
    }

    /** The mean over a disc that grows with the distance from the focal plane; the toy itself stays nearly sharp. */
    private static void focus(double[] seen, double[] depth, int size, int x, int y, double sharpAt, double[] out) {
        double d = depth[y * size + x];
        double radius = d < 0 ? 0.9 : Math.min(13, Math.abs(d - sharpAt) * 2.6 + 0.8);
        int reach = (int) Math.ceil(radius);
        double weight = 0;
        out[0] = 0;
        out[1] = 0;
        out[2] = 0;
        for (int v = Math.max(0, y - reach); v <= Math.min(size - 1, y + reach); v++) {
            for (int u = Math.max(0, x - reach); u <= Math.min(size - 1, x + reach); u++) {
                double apart = Math.sqrt(sq(u - x) + sq(v - y));
                boolean toy = depth[v * size + u] < 0;
                double w = Math.max(0, radius + 0.5 - apart) * (toy && d >= 0 && apart > 1.5 ? 0 : 1);
                if (w > 0) {
                    w = Math.min(1, w);
                    int at = (v * size + u) * 3;
                    out[0] += w * seen[at];
                    out[1] += w * seen[at + 1];
                    out[2] += w * seen[at + 2];
                    weight += w;
                }
            }
        }
        for (int c = 0; c < 3; c++) {
            out[c] /= weight;
        }
    }

    private static double sq(double x) {
        return x * x;
    }
}
