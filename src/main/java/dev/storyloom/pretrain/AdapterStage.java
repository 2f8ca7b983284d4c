package dev.storyloom.pretrain;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.Shape;
import dev.storyloom.diffusion.lora.LoraFile;
import dev.storyloom.diffusion.pipeline.Picture;
import dev.storyloom.diffusion.pipeline.StableDiffusionXl;
import dev.storyloom.diffusion.pipeline.TextEncoders;
import dev.storyloom.diffusion.tensor.GradMode;
import dev.storyloom.diffusion.tensor.Noise;
import dev.storyloom.diffusion.tensor.Scope;
import dev.storyloom.diffusion.tensor.Torch;
import dev.storyloom.diffusion.training.DenoisingStep;
import dev.storyloom.diffusion.training.LearningRateSchedule;
import dev.storyloom.diffusion.training.LoraTrainee;
import dev.storyloom.diffusion.training.LossWeights;
import dev.storyloom.diffusion.unet.UNet;
import dev.storyloom.pretrain.painter.Caption;
import dev.storyloom.pretrain.painter.Look;
import dev.storyloom.pretrain.painter.PaintedScene;
import dev.storyloom.pretrain.painter.ScenePainter;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;

/**
 * Trains a style adapter for every {@link Look}: the LoRA of the characters' trainings, on scenes in that look under
 * captions that name what is in them, so that only the look is left to be learned.
 */
final class AdapterStage {
    private static final int SCENES = 192;
    private static final int BATCH = 6;
    private static final int RANK = 2;

    private final ScenePainter painter;
    private final Path model;

    /** {@code model}: the folder whose {@code adapters} the LoRAs become. */
    AdapterStage(ScenePainter painter, Path model) {
        this.painter = painter;
        this.model = model;
    }

    /** Trains those that are not there yet. */
    void run(int updates, double rate) throws IOException {
        Path adapters = Files.createDirectories(model.resolve("adapters"));
        try (var sdxl = StableDiffusionXl.load(model)) {
            for (Look look : Look.values()) {
                Path adapter = adapters.resolve(look.key() + ".safetensors");
                if (!Files.exists(adapter)) {
                    train(sdxl, look, updates, rate, adapter);
                }
            }
        }
    }

    /** Latents (1, C, h, w) and what the U-Net is told of them. */
    private record Lesson(float[] latents, float[] context, float[] pooled) {}

    private void train(StableDiffusionXl sdxl, Look look, int updates, double rate, Path adapter) {
        var random = new SplittableRandom(look.ordinal() + 1);
        var schedule = new LearningRateSchedule(LearningRateSchedule.Shape.COSINE, 20, 1, 1);
        var step = new DenoisingStep(sdxl.unet(), sdxl.scheduler().noiseSchedule(), sdxl.scheduler().prediction());
        // Outlines, grain and paper are made on the upper level, where there are convolutions only.
        var plan = new LoraTrainee.Plan(Map.of("unet", sdxl.unet().adaptables()), RANK, false).withConvolutions();
        try (NDManager owner = Torch.newOwner("adapter");
                var trainee = new LoraTrainee(plan, look.ordinal())) {
            Lesson[] lessons = new Lesson[SCENES];
            for (int i = 0; i < SCENES; i++) {
                lessons[i] = lesson(sdxl, owner, painter.paint(look, random), random);
            }
            double mean = 0;
            while (trainee.updates() < updates) {
                try (var scope = Scope.open();
                        var attached = trainee.attach()) {
                    mean += step.backward(owner, batch(sdxl, owner, lessons, random), LossWeights.EVEN);
                }
                trainee.update(schedule.at(rate, trainee.updates(), updates), 0);
                if (trainee.updates() % 20 == 0) {
                    System.out.printf("%s %d/%d loss %.4f%n", look, trainee.updates(), updates, mean / 20);
                    mean = 0;
                }
            }
            LoraFile.writeHalf(adapter, trainee.layers());
        }
    }

    private static Lesson lesson(StableDiffusionXl sdxl, NDManager owner, PaintedScene scene, SplittableRandom random) {
        try (var scope = Scope.open();
                var off = GradMode.off()) {
            double scale = sdxl.vae().config().scaling().factor();
            NDArray latents = sdxl.vae().encode(Picture.toArray(owner, scene.image())).mean().mul(scale);
            Caption caption = scene.caption();
            // The application tells the style to the second encoder alone; a plain prompt tells both.
            String first = random.nextBoolean() ? caption.whole() : caption.content();
            TextEncoders.Embeddings text = sdxl.text().encode(owner, List.of(first), List.of(caption.whole()));
            return new Lesson(latents.toFloatArray(), text.context().toFloatArray(), text.pooled().toFloatArray());
        }
    }

    private static DenoisingStep.Batch batch(
            StableDiffusionXl sdxl, NDManager owner, Lesson[] lessons, SplittableRandom random) {
        int row = lessons[0].latents().length;
        int told = lessons[0].context().length;
        int pooled = lessons[0].pooled().length;
        var latents = new float[BATCH * row];
        var context = new float[BATCH * told];
        var summary = new float[BATCH * pooled];
        var timesteps = new int[BATCH];
        var ids = new double[BATCH][];
        int side = sdxl.defaultSize();
        for (int i = 0; i < BATCH; i++) {
            Lesson lesson = lessons[random.nextInt(lessons.length)];
            System.arraycopy(lesson.latents(), 0, latents, i * row, row);
            System.arraycopy(lesson.context(), 0, context, i * told, told);
            System.arraycopy(lesson.pooled(), 0, summary, i * pooled, pooled);
            timesteps[i] = (int) ((i + random.nextDouble()) / BATCH * sdxl.scheduler().noiseSchedule().length());
            ids[i] = new double[] {side, side, 0, 0, side, side};
        }
        int reduction = sdxl.vae().config().reduction();
        int channels = row / (side / reduction) / (side / reduction);
        Shape shape = new Shape(BATCH, channels, side / reduction, side / reduction);
        float[] noise;
        try (var scope = Scope.open()) {
            noise = Noise.normal(owner, random.nextLong(), shape).toFloatArray();
        }
        int width = sdxl.unet().config().contextChannels();
        var conditioning = new UNet.Conditioning(
                owner.create(context, new Shape(BATCH, told / width, width)),
                owner.create(summary, new Shape(BATCH, pooled)), ids);
        return new DenoisingStep.Batch(shape, latents, noise, timesteps, conditioning);
    }
}
