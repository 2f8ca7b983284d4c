package dev.storyloom.pretrain;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.types.Shape;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.storyloom.diffusion.nn.Weights;
import dev.storyloom.diffusion.pipeline.Picture;
import dev.storyloom.diffusion.tensor.Autocast;
import dev.storyloom.diffusion.tensor.Autograd;
import dev.storyloom.diffusion.tensor.GradMode;
import dev.storyloom.diffusion.tensor.Noise;
import dev.storyloom.diffusion.tensor.Scope;
import dev.storyloom.diffusion.vae.Vae;
import dev.storyloom.diffusion.vae.VaeConfig;
import dev.storyloom.pretrain.painter.ScenePainter;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Locale;
import java.util.SplittableRandom;

/**
 * Trains the VAE on crops: absolute error of pixels and of their differences (edges), and a light pull of the latents
 * towards a standard normal, whose noise makes the decoder forgiving.
 */
final class VaeStage {
    private static final int CROP = 64;
    private static final int BATCH = 16;
    private static final double KL_WEIGHT = 1e-4;
    private static final int SCALE_SCENES = 256;

    private final ScenePainter painter;
    private final MiniModel model;
    private final Path work;
    private final boolean bfloat16;

    VaeStage(ScenePainter painter, MiniModel model, Path work, boolean bfloat16) {
        this.painter = painter;
        this.model = model;
        this.work = work;
        this.bfloat16 = bfloat16;
    }

    /** Trains up to {@code updates} in all and writes the weights into the model's folder. */
    void run(int updates, double peakRate) throws IOException {
        var log = new TrainingLog(work.resolve("vae.log"), System.out);
        Path checkpoint = work.resolve("vae.safetensors");
        try (var trainee = new Trainee(0.999)) {
            var fresh = trainee.fresh(11);
            var vae = new Vae(Weights.root(fresh), VaeConfig.from(model.config("vae")));
            trainee.add("vae.", fresh);
            model.resume(trainee, checkpoint, "vae");
            while (trainee.updates() < updates) {
                int update = trainee.updates();
                double loss = step(vae, trainee, update);
                trainee.update(Schedule.rate(peakRate, update, updates, 200));
                log.add(loss, BATCH);
                if (trainee.updates() % 100 == 0) {
                    log.line(trainee.updates(), updates, "");
                }
                if (trainee.updates() % 500 == 0 || trainee.updates() == updates) {
                    trainee.save(checkpoint);
                    model.export(trainee, "vae");
                    log.line(trainee.updates(), updates, examine(vae, trainee));
                }
            }
            writeScale(vae, trainee);
        }
    }

    private double step(Vae vae, Trainee trainee, int update) {
        var random = new SplittableRandom(0x5AEL * 1_000_003 + update);
        var pixels = new float[BATCH * 3 * CROP * CROP];
        BufferedImage scene = null;
        for (int i = 0; i < BATCH; i++) {
            // Two crops of each scene: painting would otherwise cost a tenth of the time.
            scene = i % 2 == 0 ? painter.paint(random).image() : scene;
            int x = random.nextInt(scene.getWidth() - CROP + 1);
            int y = random.nextInt(scene.getHeight() - CROP + 1);
            Pixels.put(scene, x, y, CROP, pixels, i * 3 * CROP * CROP);
        }
        try (var scope = Scope.open();
                var on = GradMode.on();
                var cast = Autocast.bfloat16(bfloat16)) {
            NDArray image = trainee.owner().create(pixels, new Shape(BATCH, 3, CROP, CROP));
            Vae.Posterior posterior = vae.encode(image);
            NDArray noise = Noise.normal(trainee.owner(), update, posterior.mean().getShape());
            NDArray error = vae.decode(posterior.sample(noise)).sub(image);
            NDArray edges = error.get(":, :, 1:, :").sub(error.get(":, :, :-1, :")).abs().mean()
                    .add(error.get(":, :, :, 1:").sub(error.get(":, :, :, :-1")).abs().mean());
            NDArray logvar = posterior.logvar();
            NDArray kl = posterior.mean().square().add(logvar.exp()).sub(logvar).sub(1).mean().mul(0.5);
            NDArray pixel = error.abs().mean().add(error.square().mean());
            NDArray loss = pixel.add(edges.mul(0.5)).add(kl.mul(KL_WEIGHT));
            Autograd.backward(loss);
            return pixel.getFloat();
        }
    }

    /** The scaling factor is what makes the latents' standard deviation 1, as in SDXL. */
    private void writeScale(Vae vae, Trainee trainee) throws IOException {
        var random = new SplittableRandom(-2);
        double squares = 0;
        try (var off = GradMode.off()) {
            for (int i = 0; i < SCALE_SCENES; i++) {
                try (var scope = Scope.open()) {
                    NDArray image = Picture.toArray(trainee.owner(), painter.paint(random).image());
                    squares += vae.encode(image).mean().square().mean().getFloat();
                }
            }
        }
        ObjectNode config = model.config("vae").deepCopy();
        config.put("scaling_factor", Math.round(1e5 / Math.sqrt(squares / SCALE_SCENES)) / 1e5);
        model.writeConfig("vae", config);
    }

    /** PSNR on eight scenes that training does not see, the latents' spread, and a grid to look at. */
    private String examine(Vae vae, Trainee trainee) {
        var random = new SplittableRandom(-1);
        try (var scope = Scope.open();
                var off = GradMode.off()) {
            var pixels = new float[8 * 3 * 128 * 128];
            for (int i = 0; i < 8; i++) {
                Pixels.put(painter.paint(random).image(), 0, 0, 128, pixels, i * 3 * 128 * 128);
            }
            NDArray image = trainee.owner().create(pixels, new Shape(8, 3, 128, 128));
            Vae.Posterior posterior = vae.encode(image);
            NDArray decoded = vae.decode(posterior.mean());
            double mse = decoded.clip(-1, 1).sub(image).square().mean().getFloat();
            double std = Math.sqrt(posterior.mean().square().mean().getFloat());
            var pictures = new ArrayList<>(Pixels.images(image));
            pictures.addAll(Pixels.images(decoded));
            Pixels.writeGrid(pictures, 8, work.resolve("vae.png"));
            return String.format(Locale.ROOT, "PSNR %.2f dB, latent rms %.3f", 10 * Math.log10(4 / mse), std);
        }
    }
}
