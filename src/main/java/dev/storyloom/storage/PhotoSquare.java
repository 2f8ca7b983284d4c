package dev.storyloom.storage;

import java.awt.Graphics2D;
import java.awt.image.BufferedImage;

/** The square of a photo that shall be kept, in its pixels. */
public record PhotoSquare(int left, int top, int side) {

    public static final int SMALLEST = PhotoDecoder.SHORTEST_SIDE;

    /** As large as it can be, in the middle. */
    public static PhotoSquare middle(int width, int height) {
        int side = Math.min(width, height);
        return new PhotoSquare((width - side) / 2, (height - side) / 2, side);
    }

    /** Whether it lies within a photo of this size and is not too small to learn from. */
    public boolean fits(int width, int height) {
        return left >= 0 && top >= 0 && side >= SMALLEST && side <= Math.min(width, height)
                && left <= width - side && top <= height - side;
    }

    /** Pixels of their own: nothing of what was outside is behind them. */
    BufferedImage of(BufferedImage photo) {
        var cut = new BufferedImage(side, side, BufferedImage.TYPE_INT_RGB);
        Graphics2D canvas = cut.createGraphics();
        canvas.drawImage(photo, -left, -top, null);
        canvas.dispose();
        return cut;
    }
}
