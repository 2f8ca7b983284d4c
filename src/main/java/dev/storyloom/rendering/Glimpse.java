package dev.storyloom.rendering;

import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.image.BufferedImage;
import java.util.Base64;

/**
 * A page as it is coming to be, small enough to travel with the news of each step.
 *
 * @param rgb three bytes a pixel, row by row, in Base64
 */
record Glimpse(int width, int height, String rgb) {
    private static final int MOST = 24;

    static Glimpse of(BufferedImage image) {
        var longer = Math.max(image.getWidth(), image.getHeight());
        return longer <= MOST ? exactly(image) : exactly(smaller(image, (double) MOST / longer));
    }

    private static Glimpse exactly(BufferedImage image) {
        var pixels = image.getRGB(0, 0, image.getWidth(), image.getHeight(), null, 0, image.getWidth());
        var bytes = new byte[3 * pixels.length];
        for (var i = 0; i < pixels.length; i++) {
            bytes[3 * i] = (byte) (pixels[i] >> 16);
            bytes[3 * i + 1] = (byte) (pixels[i] >> 8);
            bytes[3 * i + 2] = (byte) pixels[i];
        }
        return new Glimpse(image.getWidth(), image.getHeight(), Base64.getEncoder().encodeToString(bytes));
    }

    private static BufferedImage smaller(BufferedImage image, double scale) {
        var small = new BufferedImage((int) Math.round(image.getWidth() * scale), (int) Math.round(image.getHeight() * scale),
                BufferedImage.TYPE_INT_RGB);
        Graphics2D pen = small.createGraphics();
        pen.setRenderingHint(RenderingHints.KEY_INTERPOLATION, RenderingHints.VALUE_INTERPOLATION_BILINEAR);
        pen.drawImage(image, 0, 0, small.getWidth(), small.getHeight(), null);
        pen.dispose();
        return small;
    }
}
