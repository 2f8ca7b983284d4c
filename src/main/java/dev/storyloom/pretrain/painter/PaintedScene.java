package dev.storyloom.pretrain.painter;

import java.awt.image.BufferedImage;
import java.util.List;

/**
 * One training picture with the caption it is learned under.
 *
 * @param image 128 × 128 pixels, RGB
 */
public record PaintedScene(BufferedImage image, String caption, Labels labels) {

    /**
     * What the picture shows, for probes that measure how well a model follows its prompt.
     *
     * @param place null for a photo-like picture
     * @param time null for a photo-like picture
     * @param prop null when the subject carries nothing
     */
    public record Labels(List<Subject> subjects, Place place, TimeOfDay time, Prop prop, boolean photo,
                         boolean vietnamese) {
    }
}
