package dev.storyloom.pretrain.painter;

import java.awt.image.BufferedImage;

/**
 * A subject ready to be put into a scene, looking to the left.
 *
 * @param image cut to its drawn pixels, so that the lower edge is where it stands
 * @param hands whether something can be held in them; otherwise things lie in front
 */
record Figure(BufferedImage image, boolean hands) {
}
