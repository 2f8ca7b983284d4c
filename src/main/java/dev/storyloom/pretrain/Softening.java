package dev.storyloom.pretrain;

import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.geom.AffineTransform;
import java.awt.image.BufferedImage;
import java.util.random.RandomGenerator;

/** Makes a painted picture look a little like a generated one: moved, mirrored, softer, with noise and other light. */
final class Softening {
    private Softening() {}

    static BufferedImage of(BufferedImage image, RandomGenerator random) {
        int size = image.getWidth();
        double zoom = 0.96 + 0.12 * random.nextDouble();
        boolean mirrored = random.nextBoolean();
        var at = new AffineTransform();
        at.translate(size / 2.0 + between(-5, 5, random), size / 2.0 + between(-5, 5, random));
        at.rotate(between(-0.05, 0.05, random));
        at.scale(mirrored ? -zoom : zoom, zoom);
        at.translate(-size / 2.0, -size / 2.0);
        BufferedImage moved = blank(size);
        Graphics2D g = pen(moved);
        // What the move uncovers shows the picture itself, a little larger.
        g.drawImage(image, -8, -8, size + 16, size + 16, null);
        g.drawImage(image, at, null);
        g.dispose();
        BufferedImage soft = random.nextInt(5) < 3 ? resampled(moved, (int) between(56, 112, random)) : moved;
        return noisy(soft, between(0, 7, random), between(0.88, 1.12, random), between(-10, 10, random), random);
    }

    private static BufferedImage resampled(BufferedImage image, int small) {
        BufferedImage less = blank(small);
        Graphics2D g = pen(less);
        g.drawImage(image, 0, 0, small, small, null);
        g.dispose();
        BufferedImage out = blank(image.getWidth());
        g = pen(out);
        g.drawImage(less, 0, 0, out.getWidth(), out.getHeight(), null);
        g.dispose();
        return out;
    }

    private static BufferedImage noisy(
            BufferedImage image, double grain, double gain, double lift, RandomGenerator random) {
        int size = image.getWidth();
        int[] rgb = image.getRGB(0, 0, size, size, null, 0, size);
        for (int i = 0; i < rgb.length; i++) {
            int out = 0;
            for (int shift = 16; shift >= 0; shift -= 8) {
                double noise = (random.nextDouble() + random.nextDouble() - 1) * 2.4 * grain;
                double value = ((rgb[i] >> shift & 255) - 128) * gain + 128 + lift + noise;
                out |= (int) Math.max(0, Math.min(255, value)) << shift;
            }
            rgb[i] = out;
        }
        BufferedImage out = blank(size);
        out.setRGB(0, 0, size, size, rgb, 0, size);
        return out;
    }

    private static BufferedImage blank(int size) {
        return new BufferedImage(size, size, BufferedImage.TYPE_INT_RGB);
    }

    private static Graphics2D pen(BufferedImage image) {
        Graphics2D g = image.createGraphics();
        g.setRenderingHint(RenderingHints.KEY_INTERPOLATION, RenderingHints.VALUE_INTERPOLATION_BILINEAR);
        return g;
    }

    private static double between(double low, double high, RandomGenerator random) {
        return low + (high - low) * random.nextDouble();
    }
}
