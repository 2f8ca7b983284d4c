package dev.storyloom.diffusion.pipeline;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.Shape;
import java.awt.image.BufferedImage;

/** Between pictures as Java draws them and as the VAE sees them: planar floats in [-1, 1]. */
public final class Picture {
    private Picture() {}

    /** (1, 3, H, W) in [-1, 1], owned by {@code owner}. */
    public static NDArray toArray(NDManager owner, BufferedImage image) {
        int width = image.getWidth();
        int height = image.getHeight();
        int[] rgb = image.getRGB(0, 0, width, height, null, 0, width);
        var planes = new float[3 * rgb.length];
        for (int i = 0; i < rgb.length; i++) {
            planes[i] = (rgb[i] >> 16 & 255) / 255f * 2 - 1;
            planes[rgb.length + i] = (rgb[i] >> 8 & 255) / 255f * 2 - 1;
            planes[2 * rgb.length + i] = (rgb[i] & 255) / 255f * 2 - 1;
        }
        return owner.create(planes, new Shape(1, 3, height, width));
    }

    /** Row {@code index} of a batch (B, 3, H, W), rounded to 8 bits; what lies outside [-1, 1] is clipped. */
    public static BufferedImage toImage(NDArray batch, int index) {
        int height = (int) batch.getShape().get(2);
        int width = (int) batch.getShape().get(3);
        int plane = height * width;
        float[] values = batch.get(index).toFloatArray();
        var rgb = new int[plane];
        for (int i = 0; i < plane; i++) {
            rgb[i] = level(values[i]) << 16 | level(values[plane + i]) << 8 | level(values[2 * plane + i]);
        }
        var image = new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
        image.setRGB(0, 0, width, height, rgb, 0, width);
        return image;
    }

    /** 0 to 255, halves to even as numpy rounds. */
    private static int level(float value) {
        float unit = Math.max(0, Math.min(1, value / 2 + 0.5f));
        return (int) Math.rint(unit * 255f);
    }
}
