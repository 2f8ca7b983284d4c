package dev.storyloom.pretrain.painter;

import java.awt.image.BufferedImage;

/**
 * One training picture with the caption it is learned under.
 *
 * @param image 128 × 128 pixels, RGB
 * @param content the caption without its style, which is what the first text encoder is given by the application
 * @param caption content and style
 */
public record PaintedScene(BufferedImage image, String content, String caption, Facts facts) {
}
