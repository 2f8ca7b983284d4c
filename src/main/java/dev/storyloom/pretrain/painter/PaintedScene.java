package dev.storyloom.pretrain.painter;

import java.awt.image.BufferedImage;

/**
 * One training picture with the caption it is learned under.
 *
 * @param image 128 × 128 pixels, RGB
 */
public record PaintedScene(BufferedImage image, Caption caption, Facts facts) {
}
