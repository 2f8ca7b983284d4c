package dev.storyloom.pretrain.sample;

import dev.storyloom.pretrain.sample.Toy.Pose;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Supplier;
import javax.imageio.IIOImage;
import javax.imageio.ImageIO;
import javax.imageio.ImageWriteParam;
import javax.imageio.ImageWriter;
import javax.imageio.stream.ImageOutputStream;

/** The photographs of the sample: six of Mít to learn from, two kept back for measuring, three of another toy. */
final class SamplePhotos {
    private static final float QUALITY = 0.86f;

    private SamplePhotos() {
    }

    /** Writes {@code photos/}, {@code held-out/} and {@code other/} into the folder given. */
    public static void main(String[] args) throws IOException {
        Path folder = Path.of(args[0]);
        for (Map.Entry<String, Supplier<BufferedImage>> photo : all().entrySet()) {
            Path file = folder.resolve(photo.getKey());
            Files.createDirectories(file.getParent());
            write(photo.getValue().get(), file);
        }
    }

    static Map<String, Supplier<BufferedImage>> all() {
        Map<String, Supplier<BufferedImage>> photos = new LinkedHashMap<>();
        photos.put("photos/mit-1-carpet.jpg", () -> mit(0.1, new Pose(0.10, 0, 0, 0, 0, 0.06),
                new Shot(Room.CARPET, 1.9, 5.3, 0, 1.08, 0.02, -0.6, 1.1, 0.03, 1.05, false, 11)));
        photos.put("photos/mit-2-sofa.jpg", () -> mit(0.0, new Pose(-0.55, 0.10, 0, 0, 0.30, -0.10),
                new Shot(Room.SOFA, 1.7, 5.2, 0.12, 1.06, -0.03, 0.8, 0.9, 0.10, 1.10, false, 12)));
        photos.put("photos/mit-3-grass.jpg", () -> mit(0.62, new Pose(0.25, 0, 0, -0.05, -0.15, 0.10),
                new Shot(Room.GRASS, 1.3, 6.2, -0.2, 1.15, 0.0, 0.5, 1.5, -0.02, 1.12, false, 13)));
        photos.put("photos/mit-4-window.jpg", () -> mit(0.0, new Pose(0.75, 0, 0, 0, -0.30, 0),
                new Shot(Room.WINDOW, 2.1, 5.9, -0.15, 1.08, 0.03, -1.2, 0.9, 0.05, 1.10, true, 14)));
        photos.put("photos/mit-5-table.jpg", () -> mit(0.3, new Pose(-0.20, 0, 0, 0, 0.10, 0.16),
                new Shot(Room.TABLE, 3.3, 4.9, 0.0, 1.06, -0.02, 0.9, 1.0, 0.14, 1.12, false, 15)));
        photos.put("photos/mit-6-shelf.jpg", () -> mit(0.0, new Pose(-0.95, 0, 0, 0, 0.60, 0.04),
                new Shot(Room.SHELF, 1.5, 4.6, -0.06, 1.22, 0.02, -0.7, 1.2, 0.0, 1.05, false, 16)));
        photos.put("held-out/mit-7-bed.jpg", () -> mit(0.15, new Pose(0.40, 0.22, 0.06, 0.02, -0.20, -0.08),
                new Shot(Room.BED, 2.0, 5.3, 0.05, 1.02, -0.02, 0.4, 1.2, 0.07, 1.12, false, 17)));
        photos.put("held-out/mit-8-grass.jpg", () -> mit(0.4, new Pose(-0.35, 0, 0, -0.05, 0.1, 0.05),
                new Shot(Room.GRASS, 1.6, 5.3, 0.12, 1.05, 0.02, -0.8, 1.3, 0.04, 1.05, false, 18)));
        photos.put("other/cat-1-carpet.jpg", () -> cat(new Pose(0.15, 0, 0, 0, 0, -0.06),
                new Shot(Room.CARPET, 1.8, 5.4, 0.05, 1.02, -0.02, 0.7, 1.1, 0.05, 1.05, false, 21)));
        photos.put("other/cat-2-sofa.jpg", () -> cat(new Pose(-0.5, 0.08, 0, 0, 0.25, 0.08),
                new Shot(Room.SOFA, 1.9, 5.2, -0.05, 1.02, 0.02, -0.8, 1.0, 0.08, 1.12, false, 22)));
        photos.put("other/cat-3-table.jpg", () -> cat(new Pose(0.6, 0, 0, 0, -0.3, 0),
                new Shot(Room.TABLE, 2.8, 5.1, 0.0, 0.98, 0.0, 0.5, 1.2, 0.10, 1.12, false, 23)));
        return photos;
    }

    private static BufferedImage mit(double wave, Pose pose, Shot shot) {
        return PhotoStudio.photograph(Toys.mit(wave, pose), shot);
    }

    private static BufferedImage cat(Pose pose, Shot shot) {
        return PhotoStudio.photograph(Toys.blueCat(pose), shot);
    }

    private static void write(BufferedImage image, Path file) throws IOException {
        ImageWriter writer = ImageIO.getImageWritersByFormatName("jpeg").next();
        ImageWriteParam param = writer.getDefaultWriteParam();
        param.setCompressionMode(ImageWriteParam.MODE_EXPLICIT);
        param.setCompressionQuality(QUALITY);
        Files.deleteIfExists(file);
        try (ImageOutputStream out = ImageIO.createImageOutputStream(file.toFile())) {
            writer.setOutput(out);
            writer.write(null, new IIOImage(image, null, null), param);
        } finally {
            writer.dispose();
        }
    }
}
