package dev.storyloom.book.edition;

import com.twelvemonkeys.image.ResampleOp;
import java.awt.image.BufferedImage;

/**
 * Brings a painted picture to the size of the paper: doubled with Mitchell and Netravali's filter as often as needed, each time with its
 * edges drawn in again. An edge is made steeper, but never brighter or darker than what lies beside it, so that the flat
 * colours of a picture book get no halos; a single large step would leave them soft.
 */
final class Enlarger {
    private static final double STRENGTH = 1.1;

    private Enlarger() {
    }

    /** The picture, so many pixels wide and high. */
    static BufferedImage to(BufferedImage picture, int side) {
        var now = rgb(picture);
        while (now.getWidth() * 2 <= side) {
            now = steeper(resized(now, now.getWidth() * 2));
        }
        return now.getWidth() == side ? now : resized(now, side);
    }

    private static BufferedImage resized(BufferedImage picture, int side) {
        var target = new BufferedImage(side, side, BufferedImage.TYPE_INT_RGB);
        return new ResampleOp(side, side, ResampleOp.FILTER_MITCHELL).filter(picture, target);
    }

    private static BufferedImage rgb(BufferedImage picture) {
        var copy = new BufferedImage(picture.getWidth(), picture.getHeight(), BufferedImage.TYPE_INT_RGB);
        var pen = copy.createGraphics();
        pen.drawImage(picture, 0, 0, java.awt.Color.WHITE, null);
        pen.dispose();
        return copy;
    }

    /** Adds what a small blur takes away, within the darkest and the brightest of each pixel's neighbours. */
    private static BufferedImage steeper(BufferedImage picture) {
        int width = picture.getWidth();
        int height = picture.getHeight();
        var from = picture.getRGB(0, 0, width, height, null, 0, width);
        var to = new int[from.length];
        for (var y = 0; y < height; y++) {
            for (var x = 0; x < width; x++) {
                var pixel = 0xff;
                for (var shift = 16; shift >= 0; shift -= 8) {
                    pixel = pixel << 8 | steeper(from, width, height, x, y, shift);
                }
                to[y * width + x] = pixel;
            }
        }
        picture.setRGB(0, 0, width, height, to, 0, width);
        return picture;
    }

    private static int steeper(int[] pixels, int width, int height, int x, int y, int shift) {
        int least = 255;
        int most = 0;
        int sum = 0;
        for (var dy = -1; dy <= 1; dy++) {
            var row = Math.max(0, Math.min(height - 1, y + dy)) * width;
            for (var dx = -1; dx <= 1; dx++) {
                var value = pixels[row + Math.max(0, Math.min(width - 1, x + dx))] >> shift & 0xff;
                least = Math.min(least, value);
                most = Math.max(most, value);
                sum += value;
            }
        }
        var here = pixels[y * width + x] >> shift & 0xff;
        return (int) Math.max(least, Math.min(most, Math.round(here + STRENGTH * (here - sum / 9.0))));
    }
}
