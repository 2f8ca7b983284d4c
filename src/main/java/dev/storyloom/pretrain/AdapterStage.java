package dev.storyloom.pretrain;

import dev.storyloom.diffusion.pipeline.Cancellation;
import dev.storyloom.diffusion.pipeline.StableDiffusionXl;
import dev.storyloom.diffusion.training.DreamBoothTrainer;
import dev.storyloom.diffusion.training.LearningRateSchedule;
import dev.storyloom.diffusion.training.LearningRateSchedule.Shape;
import dev.storyloom.diffusion.training.TrainingListener;
import dev.storyloom.diffusion.training.TrainingMethod;
import dev.storyloom.diffusion.training.TrainingOptions;
import dev.storyloom.pretrain.painter.Look;
import dev.storyloom.pretrain.painter.ScenePainter;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import javax.imageio.ImageIO;

/**
 * Trains a style adapter for every {@link Look}: a LoRA by the trainer of the characters, on pictures of a hundred
 * different scenes under nothing but the look's words. What is in them differs, so that only the look can be learned.
 */
final class AdapterStage {
    private static final int PICTURES = 96;
    private static final int BATCH = 4;
    private static final int RANK = 8;

    private final ScenePainter painter;
    private final Path model;
    private final Path work;

    /** {@code model}: the folder whose {@code adapters} the LoRAs become. */
    AdapterStage(ScenePainter painter, Path model, Path work) {
        this.painter = painter;
        this.model = model;
        this.work = work;
    }

    /** Trains those that are not there yet; an interrupted training goes on. */
    void run(int steps, double rate) throws IOException {
        Path adapters = Files.createDirectories(model.resolve("adapters"));
        try (var sdxl = StableDiffusionXl.load(model)) {
            for (Look look : Look.values()) {
                Path adapter = adapters.resolve(look.key() + ".safetensors");
                if (!Files.exists(adapter)) {
                    train(sdxl, look, steps, rate, adapter);
                }
            }
        }
    }

    private void train(StableDiffusionXl sdxl, Look look, int steps, double rate, Path adapter) throws IOException {
        var method = TrainingMethod.PLAIN.withSchedule(new LearningRateSchedule(Shape.COSINE, 0, 1, 1));
        var options = new TrainingOptions(look.words(), null, 0, steps, BATCH, RANK, rate, 0, 7, 0, 40, 0, "", 1, method, 0);
        var listener = new TrainingListener() {
            @Override
            public void step(int step, int all, double loss, double learningRate) {
                if (step % 10 == 0) {
                    System.out.printf("%s %d/%d loss %.4f%n", look, step, all, loss);
                }
            }
        };
        Path folder = work.resolve(look.key());
        try (var trainer = new DreamBoothTrainer(sdxl, pictures(look, folder), options, folder.resolve("checkpoints"))) {
            trainer.trainUntil(steps, listener, Cancellation.never());
            trainer.save(adapter);
        }
    }

    private List<Path> pictures(Look look, Path folder) throws IOException {
        Files.createDirectories(folder);
        var random = new SplittableRandom(look.ordinal() + 1);
        List<Path> files = new ArrayList<>();
        for (int i = 0; i < PICTURES; i++) {
            Path file = folder.resolve("%03d.png".formatted(i));
            ImageIO.write(painter.paint(look, random), "png", file.toFile());
            files.add(file);
        }
        return files;
    }
}
