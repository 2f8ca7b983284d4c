package dev.storyloom.pretrain;

import ai.djl.ndarray.NDArray;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import javax.imageio.ImageIO;

/** Pictures to planar floats in [-1, 1], and grids of pictures to look at. */
final class Pixels {
    private Pixels() {}

    /** Writes the {@code size}² part of {@code image} at (x, y) into {@code target} from {@code offset}: 3·size² floats. */
    static void put(BufferedImage image, int x, int y, int size, float[] target, int offset) {
        int[] rgb = image.getRGB(x, y, size, size, null, 0, size);
        int plane = size * size;
        for (int i = 0; i < plane; i++) {
            target[offset + i] = (rgb[i] >> 16 & 255) / 127.5f - 1;
            target[offset + plane + i] = (rgb[i] >> 8 & 255) / 127.5f - 1;
            target[offset + 2 * plane + i] = (rgb[i] & 255) / 127.5f - 1;
        }
    }

    /** The pictures of a batch (B, 3, S, S). */
    static List<BufferedImage> images(NDArray batch) {
        int size = (int) batch.getShape().get(3);
        float[] values = batch.toFloatArray();
        int count = (int) batch.getShape().get(0);
        return java.util.stream.IntStream.range(0, count)
                .mapToObj(i -> image(values, i * 3 * size * size, size))
                .toList();
    }

    private static BufferedImage image(float[] values, int offset, int size) {
        var image = new BufferedImage(size, size, BufferedImage.TYPE_INT_RGB);
        int plane = size * size;
        for (int i = 0; i < plane; i++) {
            int rgb = 0;
            for (int c = 0; c < 3; c++) {
                float value = (values[offset + c * plane + i] + 1) * 127.5f;
                rgb = rgb << 8 | Math.round(Math.max(0, Math.min(255, value)));
            }
            image.setRGB(i % size, i / size, rgb);
        }
        return image;
    }

    static void writeGrid(List<BufferedImage> images, int columns, Path file) {
        int size = images.get(0).getWidth();
        int rows = (images.size() + columns - 1) / columns;
        var grid = new BufferedImage(columns * size, rows * size, BufferedImage.TYPE_INT_RGB);
        var g = grid.createGraphics();
        for (int i = 0; i < images.size(); i++) {
            g.drawImage(images.get(i), i % columns * size, i / columns * size, null);
        }
        g.dispose();
        try {
            Files.createDirectories(file.toAbsolutePath().getParent());
            ImageIO.write(grid, "png", file.toFile());
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }
}
