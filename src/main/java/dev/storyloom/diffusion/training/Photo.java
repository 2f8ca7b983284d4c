package dev.storyloom.diffusion.training;

import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Arrays;

import javax.imageio.ImageIO;

import dev.storyloom.diffusion.ModelException;

/** An 8-bit RGB picture, rows of red, green, blue; turned upright already. */
public record Photo(int width, int height, byte[] rgb) {

    public static Photo read(Path file) {
        try {
            BufferedImage image = ImageIO.read(file.toFile());
            if (image == null) {
                throw new ModelException("photo_unreadable", file.getFileName() + " is no picture.");
            }
            return of(image);
        } catch (IOException e) {
            throw new ModelException("photo_unreadable", file.getFileName() + " cannot be read.", e);
        }
    }

    public static Photo of(BufferedImage image) {
        // Drawn, because getRGB would brighten pictures of greys alone: Java takes their levels for linear light.
        var opaque = new BufferedImage(image.getWidth(), image.getHeight(), BufferedImage.TYPE_INT_RGB);
        Graphics2D graphics = opaque.createGraphics();
        graphics.drawImage(image, 0, 0, Color.WHITE, null);
        graphics.dispose();
        int[] pixels = opaque.getRGB(0, 0, image.getWidth(), image.getHeight(), null, 0, image.getWidth());
        var rgb = new byte[pixels.length * 3];
        for (int i = 0; i < pixels.length; i++) {
            rgb[3 * i] = (byte) (pixels[i] >>> 16);
            rgb[3 * i + 1] = (byte) (pixels[i] >>> 8);
            rgb[3 * i + 2] = (byte) pixels[i];
        }
        return new Photo(image.getWidth(), image.getHeight(), rgb);
    }

    /** Scaled so that the shorter side has this length; the longer one is cut to whole pixels. */
    public Photo resizedToShorter(int side) {
        return resizedToShorter(side, Resampling.LANCZOS);
    }

    public Photo resizedToShorter(int side, Resampling filter) {
        boolean wide = width > height;
        int longer = (int) ((long) side * Math.max(width, height) / Math.min(width, height));
        return filter.resize(this, wide ? longer : side, wide ? side : longer);
    }

    /** Left and right exchanged. */
    public Photo mirrored() {
        var mirrored = new byte[rgb.length];
        for (int pixel = 0; pixel < width * height; pixel++) {
            int x = pixel % width;
            System.arraycopy(rgb, 3 * pixel, mirrored, 3 * (pixel - x + width - 1 - x), 3);
        }
        return new Photo(width, height, mirrored);
    }

    public Photo cropped(int left, int top, int size) {
        var cut = new byte[3 * size * size];
        for (int y = 0; y < size; y++) {
            System.arraycopy(rgb, 3 * ((top + y) * width + left), cut, 3 * y * size, 3 * size);
        }
        return new Photo(size, size, cut);
    }

    /** Scaled as little as it takes to cover this size, and cut to it from the middle. */
    public Photo covering(int wide, int high) {
        double scale = Math.max((double) wide / width, (double) high / height);
        int scaledWidth = Math.max(wide, (int) Math.round(width * scale));
        int scaledHeight = Math.max(high, (int) Math.round(height * scale));
        Photo scaled = Resampling.LANCZOS.resize(this, scaledWidth, scaledHeight);
        var cut = new byte[3 * wide * high];
        for (int y = 0; y < high; y++) {
            int row = (scaledHeight - high) / 2 + y;
            System.arraycopy(scaled.rgb, 3 * (row * scaledWidth + (scaledWidth - wide) / 2), cut, 3 * y * wide, 3 * wide);
        }
        return new Photo(wide, high, cut);
    }

    /** Channel by channel, -1 to 1: what the VAE encodes. */
    public float[] normalised() {
        int pixels = width * height;
        var values = new float[3 * pixels];
        for (int i = 0; i < pixels; i++) {
            for (int channel = 0; channel < 3; channel++) {
                values[channel * pixels + i] = ((rgb[3 * i + channel] & 0xff) / 255f - 0.5f) / 0.5f;
            }
        }
        return values;
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Photo photo && width == photo.width && height == photo.height
                && Arrays.equals(rgb, photo.rgb);
    }

    @Override
    public int hashCode() {
        return Arrays.hashCode(rgb);
    }
}
