package dev.storyloom.diffusion.pipeline;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import dev.storyloom.diffusion.tensor.GradMode;
import dev.storyloom.diffusion.tensor.Scope;
import dev.storyloom.diffusion.tensor.Torch;
import java.awt.Color;
import java.awt.GradientPaint;
import java.awt.Graphics2D;
import java.awt.image.BufferedImage;
import java.util.Random;

/**
 * What latents will look like, roughly and for next to nothing: a pixel for each place, its colour a linear map of the
 * latent's channels. The map is fitted once to the model's own VAE, by what it makes of coloured patches.
 */
public final class LatentPreview {
    private static final int PICTURES = 4;
    /** Places along a side of a fitting picture. */
    private static final int PLACES = 16;
    private static final int PATCHES = 12;

    private final int channels;
    /** For each colour its factors of the channels, then what is added. */
    private final double[][] map;

    private LatentPreview(int channels, double[][] map) {
        this.channels = channels;
        this.map = map;
    }

    /** Takes as long as encoding some small pictures; waits for paintings. */
    public static LatentPreview of(StableDiffusionXl model) {
        int reduction = model.vae().config().reduction();
        int channels = model.vae().config().latentChannels();
        var fit = new LeastSquares(channels + 1, 3);
        var random = new Random(1);
        model.lock().lock();
        try (NDManager work = Torch.newOwner("preview", model.device()); var off = GradMode.off()) {
            for (int i = 0; i < PICTURES; i++) {
                BufferedImage picture = patches(random, PLACES * reduction);
                try (var scope = Scope.open()) {
                    NDArray mean = model.vae().encode(Picture.toArray(work, picture)).mean();
                    learn(fit, model.vae().config().scaling().scaled(mean).toFloatArray(), channels, picture, reduction);
                }
            }
        } finally {
            model.lock().unlock();
        }
        return new LatentPreview(channels, fit.solve());
    }

    private static void learn(LeastSquares fit, float[] latents, int channels, BufferedImage picture, int reduction) {
        for (int place = 0; place < PLACES * PLACES; place++) {
            double[] given = given(latents, channels, PLACES * PLACES, place);
            fit.add(given, mean(picture, place % PLACES * reduction, place / PLACES * reduction, reduction));
        }
    }

    /** The channels of one place, and 1. */
    private static double[] given(float[] latents, int channels, int places, int place) {
        var given = new double[channels + 1];
        for (int channel = 0; channel < channels; channel++) {
            given[channel] = latents[channel * places + place];
        }
        given[channels] = 1;
        return given;
    }

    private static double[] mean(BufferedImage picture, int left, int top, int side) {
        var mean = new double[3];
        for (int rgb : picture.getRGB(left, top, side, side, null, 0, side)) {
            mean[0] += (rgb >> 16 & 255) / (double) (side * side);
            mean[1] += (rgb >> 8 & 255) / (double) (side * side);
            mean[2] += (rgb & 255) / (double) (side * side);
        }
        return mean;
    }

    private static BufferedImage patches(Random random, int side) {
        var picture = new BufferedImage(side, side, BufferedImage.TYPE_INT_RGB);
        Graphics2D pen = picture.createGraphics();
        pen.setPaint(new GradientPaint(0, 0, colour(random), side, side, colour(random)));
        pen.fillRect(0, 0, side, side);
        for (int i = 0; i < PATCHES; i++) {
            pen.setColor(colour(random));
            pen.fillRect(random.nextInt(side), random.nextInt(side), random.nextInt(side / 2), random.nextInt(side / 2));
        }
        pen.dispose();
        return picture;
    }

    private static Color colour(Random random) {
        return new Color(random.nextInt(256), random.nextInt(256), random.nextInt(256));
    }

    /** A pixel for each place of the first picture's latents (C, height, width). */
    BufferedImage picture(float[] latents, int width, int height) {
        int places = width * height;
        var image = new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
        for (int place = 0; place < places; place++) {
            double[] given = given(latents, channels, places, place);
            image.setRGB(place % width, place / width,
                    level(map[0], given) << 16 | level(map[1], given) << 8 | level(map[2], given));
        }
        return image;
    }

    private static int level(double[] factors, double[] given) {
        double sum = 0;
        for (int i = 0; i < given.length; i++) {
            sum += factors[i] * given[i];
        }
        return (int) Math.max(0, Math.min(255, Math.round(sum)));
    }

    int channels() {
        return channels;
    }
}
