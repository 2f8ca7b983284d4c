package dev.storyloom.pretrain;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.Shape;
import dev.storyloom.diffusion.clip.ClipConfig;
import dev.storyloom.diffusion.clip.ClipTextEncoder;
import dev.storyloom.diffusion.nn.Weights;
import dev.storyloom.diffusion.scheduler.NoiseSchedule;
import dev.storyloom.diffusion.tensor.Autocast;
import dev.storyloom.diffusion.tensor.Autograd;
import dev.storyloom.diffusion.tensor.GradMode;
import dev.storyloom.diffusion.tensor.Noise;
import dev.storyloom.diffusion.tensor.Ops;
import dev.storyloom.diffusion.tensor.Scope;
import dev.storyloom.diffusion.tokenizer.ClipTokenizer;
import dev.storyloom.diffusion.unet.UNet;
import dev.storyloom.diffusion.unet.UNetConfig;
import dev.storyloom.diffusion.vae.Vae;
import dev.storyloom.pretrain.painter.Caption;
import dev.storyloom.pretrain.painter.ScenePainter;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;

/**
 * Trains the U-Net and both text encoders together on painted scenes: noise prediction, min-SNR weights (Hang et al.
 * 2023), and a share of captions left out so that guidance has something to steer away from.
 */
final class DenoiserStage {
    private static final String[] PARTS = {"unet", "text_encoder", "text_encoder_2"};
    private static final int BATCH = 16;
    private static final double SNR_GAMMA = 5;
    private static final double UNCONDITIONAL = 0.12;
    /** What a negative prompt is made of: learned as "anything", so that guiding away from it is safe. */
    private static final String[] NEGATIVE = {
        "blurry", "low quality", "ugly", "deformed", "text", "watermark", "scary", "dark", "extra limbs", "photo",
        "cropped", "bad anatomy", "signature", "violent", "blood", "weapon"
    };

    private final ScenePainter painter;
    private final Vae vae;
    private final double scale;
    private final MiniModel model;
    private final Path work;
    private final boolean bfloat16;
    private final NoiseSchedule schedule = NoiseSchedule.sdxl();

    /** {@code scale}: the VAE's scaling factor; {@code model}: folder with tokenizers, into which weights are written. */
    DenoiserStage(ScenePainter painter, Vae vae, double scale, MiniModel model, Path work, boolean bfloat16) {
        this.painter = painter;
        this.vae = vae;
        this.scale = scale;
        this.model = model;
        this.work = work;
        this.bfloat16 = bfloat16;
    }

    /** The models in training, and what turns captions into their input. */
    private record Students(
            UNet unet, ClipTextEncoder encoder, ClipTextEncoder encoder2, ClipTokenizer tokenizer, ClipTokenizer tokenizer2) {}

    void run(int updates, double peakRate) throws IOException {
        var log = new TrainingLog(work.resolve("denoiser.log"), System.out);
        Path checkpoint = work.resolve("denoiser.safetensors");
        // Another VAE has another scale.
        Path latents = work.resolve("latents-" + scale);
        try (var trainee = new Trainee(0.999)) {
            Students students = enrol(trainee);
            model.resume(trainee, checkpoint, PARTS);
            try (var paintings = new Paintings(painter, vae, scale, BATCH, latents, trainee.updates())) {
                while (trainee.updates() < updates) {
                    int update = trainee.updates();
                    double loss = step(students, trainee.owner(), paintings.take(), update);
                    trainee.update(Schedule.rate(peakRate, update, updates, 300));
                    log.add(loss, BATCH);
                    if (trainee.updates() % 50 == 0) {
                        log.line(trainee.updates(), updates, "");
                    }
                    if (trainee.updates() % 250 == 0 || trainee.updates() == updates) {
                        trainee.save(checkpoint);
                        model.export(trainee, PARTS);
                    }
                }
            }
        }
    }

    private Students enrol(Trainee trainee) {
        var unetWeights = trainee.fresh(21);
        var unet = new UNet(Weights.root(unetWeights), UNetConfig.from(model.config("unet")));
        trainee.add("unet.", unetWeights);
        var encoders = new ArrayList<ClipTextEncoder>();
        for (String part : List.of("text_encoder", "text_encoder_2")) {
            var weights = trainee.fresh(part.length());
            var config = ClipConfig.from(model.config(part));
            encoders.add(new ClipTextEncoder(Weights.root(weights), config));
            trainee.add(part + ".", weights);
        }
        return new Students(
                unet,
                encoders.get(0),
                encoders.get(1),
                ClipTokenizer.load(model.folder().resolve("tokenizer")),
                ClipTokenizer.load(model.folder().resolve("tokenizer_2")));
    }

    /** One backward pass; returns the unweighted loss. */
    private double step(Students students, NDManager owner, Paintings.Batch batch, int update) {
        var random = new SplittableRandom(0xD1FFL * 7919 + update);
        var timesteps = new double[BATCH];
        var signal = new float[BATCH];
        var noiseShare = new float[BATCH];
        var weights = new float[BATCH];
        for (int i = 0; i < BATCH; i++) {
            // One draw from each equal stretch of time: the loss is less noisy than with free draws.
            int t = (int) ((i + random.nextDouble()) / BATCH * schedule.length());
            timesteps[i] = t;
            signal[i] = (float) schedule.signal(t);
            noiseShare[i] = (float) schedule.noise(t);
            weights[i] = (float) (Math.min(schedule.snr(t), SNR_GAMMA) / schedule.snr(t));
        }
        Shape column = new Shape(BATCH, 1, 1, 1);
        try (var scope = Scope.open();
                var on = GradMode.on();
                var cast = Autocast.bfloat16(bfloat16)) {
            NDArray latents = owner.create(batch.latents(), batch.shape());
            NDArray noise = Noise.normal(owner, 0x4015EL + update, batch.shape());
            NDArray noisy =
                    latents.mul(owner.create(signal, column)).add(noise.mul(owner.create(noiseShare, column)));
            UNet.Conditioning conditioning = conditioning(students, owner, batch.captions(), random);
            NDArray errors = students.unet().forward(noisy, timesteps, conditioning).sub(noise).square()
                    .reshape(BATCH, -1).mean(new int[] {1});
            Autograd.backward(errors.mul(owner.create(weights)).mean());
            return errors.mean().getFloat();
        }
    }

    private UNet.Conditioning conditioning(
            Students students, NDManager owner, Caption[] captions, SplittableRandom random) {
        var first = new long[BATCH][];
        var second = new long[BATCH][];
        var present = new float[BATCH];
        var ids = new double[BATCH][];
        int side = vae.config().sampleSize();
        for (int i = 0; i < BATCH; i++) {
            double roll = random.nextDouble();
            // Half of the unconditional rows are zeros, as SDXL wants them; half a negative prompt.
            present[i] = roll < UNCONDITIONAL / 2 ? 0 : 1;
            boolean negative = roll >= UNCONDITIONAL / 2 && roll < UNCONDITIONAL;
            String whole = negative ? negative(random) : captions[i].whole();
            // The application tells the style to the second encoder alone; a plain prompt tells both.
            boolean told = negative || random.nextBoolean();
            first[i] = students.tokenizer().encode(told ? whole : captions[i].content());
            second[i] = students.tokenizer2().encode(whole);
            // Sizes and crops carry no information here; varied, so that photos of any size are no surprise later.
            double original = side * (1 + random.nextInt(16));
            ids[i] = new double[] {original, original, random.nextInt(64), random.nextInt(64), side, side};
        }
        ClipTextEncoder.Output one = students.encoder().forward(owner, first);
        ClipTextEncoder.Output two = students.encoder2().forward(owner, second);
        NDArray mask = owner.create(present, new Shape(BATCH, 1, 1));
        NDArray context = Ops.concat(List.of(one.penultimate(0), two.penultimate(0)), 2).mul(mask);
        NDArray pooled = two.pooled().mul(mask.reshape(BATCH, 1));
        return new UNet.Conditioning(context, pooled, ids);
    }

    private static String negative(SplittableRandom random) {
        var words = new ArrayList<String>();
        int count = 1 + random.nextInt(6);
        for (int i = 0; i < count; i++) {
            words.add(NEGATIVE[random.nextInt(NEGATIVE.length)]);
        }
        return String.join(", ", words);
    }
}
