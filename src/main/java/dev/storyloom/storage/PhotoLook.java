package dev.storyloom.storage;

import java.awt.RenderingHints;
import java.awt.image.BufferedImage;

/**
 * What can be told of a photo at a glance.
 *
 * @param blur       0 (sharp) to 100, whatever the photo shows: how little it changes when it is blurred once more
 *                   (Crété and others, "The Blur Effect", 2007)
 * @param brightness the mean, 0 to 255
 * @param print      64 bits that differ in a few places only between two photos of the same moment
 * @param faces      how many look out of it
 */
public record PhotoLook(int blur, int brightness, long print, int faces) {
    private static final int SIDE = 512;
    private static final int REACH = 4;

    static PhotoLook of(BufferedImage photo) {
        var grey = within(photo, SIDE, 2 * REACH + 2);
        var sum = 0.0;
        for (var row : grey) {
            for (var value : row) {
                sum += value;
            }
        }
        return new PhotoLook((int) Math.round(100 * Math.max(blur(grey), blur(turned(grey)))),
                (int) Math.round(sum / grey.length / grey[0].length), print(photo),
                Faces.in(within(photo, Faces.SIDE, 1)));
    }

    /** In how many of the 64 places two prints differ. */
    public static int difference(long one, long other) {
        return Long.bitCount(one ^ other);
    }

    /** Along the rows: the share of the changes from pixel to pixel that outlives another blur. */
    private static double blur(float[][] grey) {
        var before = 0.0;
        var lost = 0.0;
        for (var row : grey) {
            var soft = softened(row);
            for (var x = 1; x < row.length; x++) {
                var change = Math.abs(row[x] - row[x - 1]);
                before += change;
                lost += Math.max(0, change - Math.abs(soft[x] - soft[x - 1]));
            }
        }
        return before == 0 ? 1 : (before - lost) / before;
    }

    private static float[] softened(float[] row) {
        var soft = new float[row.length];
        for (var x = 0; x < row.length; x++) {
            var sum = 0f;
            for (var d = -REACH; d <= REACH; d++) {
                sum += row[Math.max(0, Math.min(row.length - 1, x + d))];
            }
            soft[x] = sum / (2 * REACH + 1);
        }
        return soft;
    }

    /** Whether each of 8 by 8 fields is brighter than the one right of it. */
    private static long print(BufferedImage photo) {
        var grey = grey(photo, 9, 8);
        var print = 0L;
        for (var row : grey) {
            for (var x = 0; x < 8; x++) {
                print = print << 1 | (row[x] > row[x + 1] ? 1 : 0);
            }
        }
        return print;
    }

    /** In grey, no side longer than {@code most} nor shorter than {@code least}. */
    private static float[][] within(BufferedImage photo, int most, int least) {
        var scale = Math.min(1, (double) most / Math.max(photo.getWidth(), photo.getHeight()));
        return grey(photo, Math.max(least, (int) (photo.getWidth() * scale)),
                Math.max(least, (int) (photo.getHeight() * scale)));
    }

    private static float[][] grey(BufferedImage photo, int width, int height) {
        var source = photo;
        // One large step down would skip most pixels.
        while (source.getWidth() > 2 * width && source.getHeight() > 2 * height) {
            source = drawn(source, source.getWidth() / 2, source.getHeight() / 2);
        }
        var small = drawn(source, width, height);
        var grey = new float[height][width];
        for (var y = 0; y < height; y++) {
            for (var x = 0; x < width; x++) {
                var rgb = small.getRGB(x, y);
                grey[y][x] = 0.299f * (rgb >> 16 & 0xff) + 0.587f * (rgb >> 8 & 0xff) + 0.114f * (rgb & 0xff);
            }
        }
        return grey;
    }

    private static BufferedImage drawn(BufferedImage source, int width, int height) {
        var target = new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
        var canvas = target.createGraphics();
        canvas.setRenderingHint(RenderingHints.KEY_INTERPOLATION, RenderingHints.VALUE_INTERPOLATION_BILINEAR);
        canvas.drawImage(source, 0, 0, width, height, null);
        canvas.dispose();
        return target;
    }

    private static float[][] turned(float[][] grey) {
        var turned = new float[grey[0].length][grey.length];
        for (var y = 0; y < grey.length; y++) {
            for (var x = 0; x < grey[0].length; x++) {
                turned[x][y] = grey[y][x];
            }
        }
        return turned;
    }
}
