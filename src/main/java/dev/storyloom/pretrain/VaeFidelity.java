package dev.storyloom.pretrain;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import dev.storyloom.diffusion.pipeline.Picture;
import dev.storyloom.diffusion.tensor.Scope;
import dev.storyloom.diffusion.tensor.Torch;
import dev.storyloom.diffusion.vae.Vae;
import dev.storyloom.pretrain.painter.ScenePainter;
import java.awt.Graphics2D;
import java.awt.Image;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.SplittableRandom;
import javax.imageio.ImageIO;

/** How much of a picture is left after a VAE's encoder and decoder: mean PSNR of single pictures, in decibels. */
final class VaeFidelity {
    private static final int SCENES = 64;
    private static final int SIZE = 128;

    private VaeFidelity() {}

    /** On painted scenes of held-out combinations. */
    static double onScenes(Vae vae, ScenePainter painter) {
        var random = new SplittableRandom(-3);
        List<BufferedImage> images = new ArrayList<>();
        for (int i = 0; i < SCENES; i++) {
            images.add(painter.heldOut(random).image());
        }
        return psnr(vae, images);
    }

    /** On the photographs of a folder, their middles scaled to 128 × 128. */
    static double onPhotos(Vae vae, Path folder) throws IOException {
        List<Path> photos;
        try (var files = Files.list(folder)) {
            photos = files.filter(file -> file.toString().toLowerCase(Locale.ROOT).matches(".*\\.(jpe?g|png|webp)"))
                    .sorted().toList();
        }
        if (photos.isEmpty()) {
            throw new IllegalArgumentException("There are no photographs in " + folder);
        }
        return psnr(vae, photos.stream().map(VaeFidelity::square).toList());
    }

    private static BufferedImage square(Path file) {
        try {
            BufferedImage photo = ImageIO.read(file.toFile());
            int side = Math.min(photo.getWidth(), photo.getHeight());
            Image small = photo.getSubimage((photo.getWidth() - side) / 2, (photo.getHeight() - side) / 2, side, side)
                    .getScaledInstance(SIZE, SIZE, Image.SCALE_AREA_AVERAGING);
            var square = new BufferedImage(SIZE, SIZE, BufferedImage.TYPE_INT_RGB);
            Graphics2D g = square.createGraphics();
            g.drawImage(small, 0, 0, null);
            g.dispose();
            return square;
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot read the photo " + file, e);
        }
    }

    private static double psnr(Vae vae, List<BufferedImage> images) {
        double sum = 0;
        try (NDManager owner = Torch.newOwner("fidelity")) {
            for (BufferedImage image : images) {
                try (var scope = Scope.open()) {
                    NDArray before = Picture.toArray(owner, image);
                    double mse = ProbeStage.throughVae(vae, before).sub(before).square().mean().getFloat();
                    sum += 10 * Math.log10(4 / mse);
                }
            }
        }
        return sum / images.size();
    }
}
