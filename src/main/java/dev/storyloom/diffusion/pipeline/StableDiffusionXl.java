package dev.storyloom.diffusion.pipeline;

import ai.djl.Device;
import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.Shape;
import dev.storyloom.diffusion.nn.Linear;
import dev.storyloom.diffusion.nn.StoredWeights;
import dev.storyloom.diffusion.nn.Weights;
import dev.storyloom.diffusion.scheduler.Sampler;
import dev.storyloom.diffusion.scheduler.SamplingStep;
import dev.storyloom.diffusion.scheduler.Scheduler;
import dev.storyloom.diffusion.tensor.GradMode;
import dev.storyloom.diffusion.tensor.Noise;
import dev.storyloom.diffusion.tensor.Ops;
import dev.storyloom.diffusion.tensor.Precision;
import dev.storyloom.diffusion.tensor.Scope;
import dev.storyloom.diffusion.tensor.Torch;
import dev.storyloom.diffusion.unet.UNet;
import dev.storyloom.diffusion.unet.UNetConfig;
import dev.storyloom.diffusion.vae.Vae;
import dev.storyloom.diffusion.vae.VaeConfig;
import dev.storyloom.diffusion.weights.ModelFolder;
import dev.storyloom.diffusion.weights.ModelPart;
import dev.storyloom.diffusion.weights.TensorSource;
import java.awt.image.BufferedImage;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Supplier;

/**
 * Stable Diffusion XL (Podell et al. 2023), loaded from a model folder in diffusers' layout. Safe to share: paintings
 * wait for each other.
 */
public final class StableDiffusionXl implements AutoCloseable {
    private final ReentrantLock busy = new ReentrantLock();
    private final NDManager owner;
    private final TextEncoders text;
    private final UNet unet;
    private final Vae vae;
    private final Scheduler scheduler;

    private StableDiffusionXl(ModelFolder folder, LoadOptions options) {
        this.owner = Torch.newOwner("sdxl", options.device());
        try (var off = GradMode.off()) {
            this.text = TextEncoders.load(folder, owner, options);
            this.unet = new UNet(
                    weights(folder.weights("unet"), options.compute(), options), UNetConfig.from(folder.config("unet")));
            this.vae = loadVae(folder, options);
            this.scheduler = Scheduler.of(folder.config("scheduler"));
        } catch (RuntimeException e) {
            owner.close();
            throw e;
        }
    }

    private Vae loadVae(ModelFolder folder, LoadOptions options) {
        ModelPart part = options.vae() == null ? folder.at("vae") : ModelPart.open(options.vae());
        var config = VaeConfig.from(part.config());
        return new Vae(weights(part.weights(), options.vaeCompute(config), options), config);
    }

    private Weights weights(TensorSource stored, Precision compute, LoadOptions options) {
        return Weights.root(new StoredWeights(stored, owner, options.format(compute)), compute);
    }

    /** On the processor, in FLOAT32; throws ModelException where the folder is missing, damaged or of another kind. */
    public static StableDiffusionXl load(Path folder) {
        return load(folder, LoadOptions.DEFAULT);
    }

    /** As {@link #load(Path)}, where and in which numbers {@code options} say. */
    public static StableDiffusionXl load(Path folder, LoadOptions options) {
        return new StableDiffusionXl(ModelFolder.open(folder), options);
    }

    /** Where the model's arrays lie. */
    public Device device() {
        return owner.getDevice();
    }

    /** Paints one picture; throws CancelledException, or LoraException for a LoRA that does not fit. */
    public ImageResult paint(ImageRequest request, StepListener listener, Cancellation cancellation) {
        float[] noise = freshNoise(request.seed(), 0, latentShape(request), owner);
        BufferedImage image = paintFrom(noise, request, listener, cancellation).image();
        return new ImageResult(image, request.seed(), request.steps());
    }

    /** A picture and the scaled latents that it was decoded from. */
    public record Painted(float[] latents, BufferedImage image) {}

    /** As {@link #paint}, from given unit noise instead of the seed's: for comparison with a reference. */
    public Painted paintFrom(float[] noise, ImageRequest request, StepListener listener, Cancellation cancellation) {
        busy.lock();
        try (NDManager work = owner.newSubManager();
                var scope = Scope.open();
                var off = GradMode.off();
                var loras = new LoraSet(request.loras(), loraParts(), unet.config().layersPerBlock())) {
            Shape shape = latentShape(request);
            float[] latents = denoise(request, noise, shape, work, listener, cancellation);
            return new Painted(latents, Picture.toImage(decode(work.create(latents, shape)), 0));
        } finally {
            busy.unlock();
        }
    }

    /** Does {@code work} while the LoRAs are on the model and nobody else uses it. */
    public <T> T withLoras(List<LoraUse> uses, Supplier<T> work) {
        busy.lock();
        try (var loras = new LoraSet(uses, loraParts(), unet.config().layersPerBlock())) {
            return work.get();
        } finally {
            busy.unlock();
        }
    }

    /** Denoises unit noise of {@code shape} (1, C, h, w) to scaled latents. */
    private float[] denoise(
            ImageRequest request,
            float[] noise,
            Shape shape,
            NDManager work,
            StepListener listener,
            Cancellation cancellation) {
        boolean guided = request.guidanceScale() > 1;
        UNet.Conditioning conditioning = conditioning(request, shape, work, guided).kept();
        var plan = scheduler.plan(request.steps());
        var sampler = new Sampler(plan);
        float[] latents = noise.clone();
        for (int i = 0; i < latents.length; i++) {
            latents[i] *= (float) plan.initialNoise();
        }
        for (int step = 1; sampler.hasNext(); step++) {
            cancellation.check();
            float[] output = predict(sampler.input(latents), shape, sampler.next(), conditioning, request, work);
            int draw = step;
            latents = sampler.step(latents, output, () -> freshNoise(request.seed(), draw, shape, work));
            listener.step(step, request.steps());
        }
        return latents;
    }

    /** The U-Net's output, guided away from the negative half where there is one. */
    private float[] predict(
            float[] input,
            Shape shape,
            SamplingStep step,
            UNet.Conditioning conditioning,
            ImageRequest request,
            NDManager work) {
        try (var scope = Scope.open()) {
            NDArray x = work.create(input, shape);
            if (conditioning.context().getShape().get(0) == 1) {
                return unet.forward(x, new double[] {step.timestep()}, conditioning).toFloatArray();
            }
            double[] timesteps = {step.timestep(), step.timestep()};
            var halves = unet.forward(Ops.concat(List.of(x, x), 0), timesteps, conditioning).split(2, 0);
            NDArray guidance = halves.get(1).sub(halves.get(0)).mul((float) request.guidanceScale());
            return halves.get(0).add(guidance).toFloatArray();
        }
    }

    private static float[] freshNoise(long seed, int draw, Shape shape, NDManager work) {
        try (var scope = Scope.open()) {
            return Noise.normal(work, seed + draw, shape).toFloatArray();
        }
    }

    /** Rows [negative, positive], or the positive one alone. */
    private UNet.Conditioning conditioning(ImageRequest request, Shape shape, NDManager work, boolean guided) {
        var positive = encode(work, request.prompt(), request.style());
        double[] ids = timeIds(shape);
        if (!guided) {
            return new UNet.Conditioning(positive.context(), positive.pooled(), new double[][] {ids});
        }
        var negative = request.negative().isBlank()
                ? new TextEncoders.Embeddings(positive.context().zerosLike(), positive.pooled().zerosLike())
                : encode(work, request.negative(), "");
        return new UNet.Conditioning(
                Ops.concat(List.of(negative.context(), positive.context()), 0),
                Ops.concat(List.of(negative.pooled(), positive.pooled()), 0),
                new double[][] {ids, ids});
    }

    private TextEncoders.Embeddings encode(NDManager work, String prompt, String style) {
        return text.encode(work, List.of(prompt), List.of(style.isBlank() ? prompt : prompt + ", " + style));
    }

    /** Original size, crop and target size of a picture that is wanted whole. */
    private double[] timeIds(Shape shape) {
        double height = shape.get(2) * vae.config().reduction();
        double width = shape.get(3) * vae.config().reduction();
        return new double[] {height, width, 0, 0, height, width};
    }

    private Shape latentShape(ImageRequest request) {
        int reduction = vae.config().reduction();
        int width = request.width() == 0 ? defaultSize() : request.width();
        int height = request.height() == 0 ? defaultSize() : request.height();
        if (width % reduction != 0 || height % reduction != 0) {
            throw new IllegalArgumentException("width and height must be divisible by " + reduction);
        }
        return new Shape(1, vae.config().latentChannels(), height / reduction, width / reduction);
    }

    /** Scaled latents (B, C, h, w) → pictures (B, 3, 8h, 8w) in about [-1, 1]. */
    public NDArray decode(NDArray latents) {
        try (var scope = Scope.open()) {
            return scope.keep(vae.decode(latents.div((float) vae.config().scalingFactor())));
        }
    }

    /** What a LoRA can attach to: the U-Net and both text encoders, by diffusers' part names. */
    private Map<String, Map<String, Linear>> loraParts() {
        return Map.of(
                "unet", unet.linears(),
                "text_encoder", text.encoder().linears(),
                "text_encoder_2", text.encoder2().linears());
    }

    /** Side of the pictures that the model was made for, in pixels. */
    public int defaultSize() {
        return unet.config().sampleSize() * vae.config().reduction();
    }

    public PromptTokenizer tokenizer() {
        return text.counter();
    }

    public TextEncoders text() {
        return text;
    }

    public UNet unet() {
        return unet;
    }

    public Vae vae() {
        return vae;
    }

    public Scheduler scheduler() {
        return scheduler;
    }

    /** Held by whoever runs the model: a painting, or a training. */
    public ReentrantLock lock() {
        return busy;
    }

    @Override
    public void close() {
        text.close();
        owner.close();
    }
}
