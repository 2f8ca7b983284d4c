package dev.storyloom.book.edition;

import com.twelvemonkeys.image.ResampleOp;
import java.awt.image.BufferedImage;

/**
 * Brings a painted picture to the size of the paper: about doubled with Mitchell and Netravali's filter as often as
 * needed, each time with its edges drawn in again. An edge is made steeper, but never brighter or darker than what lies
 * beside it, so that the flat colours of a picture book get no halos; a single large step would leave them soft.
 */
final class Enlarger {
    private static final double STRENGTH = 1.1;

    private Enlarger() {
    }

    /** The picture, so many pixels wide and high. */
    static BufferedImage to(BufferedImage picture, int side) {
        var now = rgb(picture);
        var steps = (int) Math.round(Math.log((double) side / now.getWidth()) / Math.log(2));
        var grow = Math.pow((double) side / now.getWidth(), 1.0 / Math.max(1, steps));
        for (var step = 1; step < steps; step++) {
            now = steeper(resized(now, (int) Math.round(now.getWidth() * grow)));
        }
        return now.getWidth() == side ? now : steps < 1 ? resized(now, side) : steeper(resized(now, side));
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
        var near = new int[9];
        for (var y = 0; y < height; y++) {
            int[] rows = {Math.max(0, y - 1) * width, y * width, Math.min(height - 1, y + 1) * width};
            for (var x = 0; x < width; x++) {
                var left = Math.max(0, x - 1);
                var right = Math.min(width - 1, x + 1);
                for (var row = 0; row < 3; row++) {
                    near[3 * row] = from[rows[row] + left];
                    near[3 * row + 1] = from[rows[row] + x];
                    near[3 * row + 2] = from[rows[row] + right];
                }
                to[y * width + x] = steeper(near, 16) << 16 | steeper(near, 8) << 8 | steeper(near, 0);
            }
        }
        picture.setRGB(0, 0, width, height, to, 0, width);
        return picture;
    }

    private static int steeper(int[] near, int shift) {
        int least = 255;
        int most = 0;
        int sum = 0;
        for (var pixel : near) {
            var value = pixel >> shift & 0xff;
            least = Math.min(least, value);
            most = Math.max(most, value);
            sum += value;
        }
        var here = near[4] >> shift & 0xff;
        return (int) Math.max(least, Math.min(most, here + STRENGTH * (here - sum / 9.0) + 0.5));
    }
}
