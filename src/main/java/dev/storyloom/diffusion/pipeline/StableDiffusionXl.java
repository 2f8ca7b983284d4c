package dev.storyloom.diffusion.pipeline;

import ai.djl.Device;
import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.Shape;
import com.fasterxml.jackson.databind.JsonNode;
import dev.storyloom.diffusion.ModelException;
import dev.storyloom.diffusion.nn.Adaptable;
import dev.storyloom.diffusion.nn.StoredWeights;
import dev.storyloom.diffusion.nn.Weights;
import dev.storyloom.diffusion.scheduler.Scheduler;
import dev.storyloom.diffusion.tensor.GradMode;
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
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Supplier;

/**
 * Stable Diffusion XL (Podell et al. 2023), loaded from a model folder in diffusers' layout. Safe to share: paintings
 * wait for each other.
 */
public final class StableDiffusionXl implements AutoCloseable {
    private final ReentrantLock busy;
    private final NDManager owner;
    private final TextEncoders text;
    private final UNet unet;
    private final Vae vae;
    private final MemoryPlan plan;
    private final NDManager texts;
    private final Conditioner conditioner;
    private final JsonNode schedulerConfig;
    private final Scheduler scheduler;

    /** {@code base}: the model to share all parts with that a refiner has in common with it; null for none. */
    private StableDiffusionXl(ModelFolder folder, LoadOptions options, StableDiffusionXl base) {
        this.owner = Torch.newOwner("sdxl", options.device());
        this.texts = Torch.newOwner("texts", options.forTexts().device());
        this.plan = options.plan();
        this.busy = base == null ? new ReentrantLock() : base.busy;
        try (var off = GradMode.off()) {
            this.text = base == null ? TextEncoders.load(folder, texts, options.forTexts()) : base.text.lentTo(folder);
            this.conditioner = new Conditioner(text, folder.index());
            this.unet = new UNet(
                    weights(folder.weights("unet"), options.compute(), options), UNetConfig.from(folder.config("unet")));
            this.vae = base == null ? loadVae(folder, options) : base.vae;
            this.schedulerConfig =
                    base != null && !folder.has("scheduler") ? base.schedulerConfig : folder.config("scheduler");
            this.scheduler = Scheduler.of(schedulerConfig);
            checkContext();
        } catch (RuntimeException e) {
            texts.close();
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
        return new StableDiffusionXl(ModelFolder.open(folder), options, null);
    }

    /**
     * A model that goes on where {@code base} stops: SDXL's refiner as a rule. It shares the text encoders, the VAE and
     * the lock of {@code base}, of which its folder need not hold copies, and is closed before it.
     */
    public static StableDiffusionXl refiner(Path folder, LoadOptions options, StableDiffusionXl base) {
        return new StableDiffusionXl(ModelFolder.open(folder), options, base);
    }

    private void checkContext() {
        if (text.contextChannels() != unet.config().contextChannels()) {
            throw new ModelException("model_damaged", "The model's text encoders give " + text.contextChannels()
                    + " numbers a word; its U-Net wants " + unet.config().contextChannels() + ".");
        }
    }

    /** Where the model's arrays lie. */
    public Device device() {
        return owner.getDevice();
    }

    /** How the model was asked to fit into memory. */
    public MemoryPlan plan() {
        return plan;
    }

    /** Paints one picture; throws CancelledException, or LoraException for a LoRA that does not fit. */
    public ImageResult paint(ImageRequest request, StepListener listener, Cancellation cancellation) {
        return paint(List.of(request), listener, cancellation).get(0);
    }

    /**
     * Paints several pictures at once, which may differ in words and seeds alone; as {@link #paint} otherwise. Each is the
     * picture that its request gives alone, up to rounding.
     */
    public List<ImageResult> paint(List<ImageRequest> requests, StepListener listener, Cancellation cancellation) {
        Batch batch = batch(requests);
        List<BufferedImage> images = paint(requests, Draws.seeded(batch.seeds(), owner), listener, cancellation).images();
        var results = new ArrayList<ImageResult>();
        for (int row = 0; row < images.size(); row++) {
            results.add(new ImageResult(images.get(row), requests.get(row).seed(), requests.get(row).steps()));
        }
        return results;
    }

    /** Pictures and the scaled latents (B, C, h, w) that they were decoded from. */
    public record Painted(float[] latents, List<BufferedImage> images) {}

    /** As {@link #paint}, from given noise instead of the seeds': for comparison with a reference. */
    public Painted paint(List<ImageRequest> requests, Draws draws, StepListener listener, Cancellation cancellation) {
        busy.lock();
        try (NDManager work = owner.newSubManager(); var scope = Scope.open(); var off = GradMode.off()) {
            Batch batch = batch(requests);
            float[] latents = denoise(batch, draws, work, listener, cancellation);
            NDArray pictures = pictures(latents, batch, work);
            var images = new ArrayList<BufferedImage>();
            for (int row = 0; row < batch.size(); row++) {
                images.add(Picture.toImage(pictures, row));
            }
            return new Painted(latents, images);
        } finally {
            busy.unlock();
        }
    }

    private NDArray pictures(float[] latents, Batch batch, NDManager work) {
        float[] pixels = Overflow.redone(vae.compute(), vae::computeIn, Overflow::shows, () -> {
            try (var scope = Scope.open()) {
                return decode(work.create(latents, batch.shape()), batch.options().tiledVae() || plan.tiledVae()).toFloatArray();
            }
        });
        long reduction = vae.config().reduction();
        Shape shape = batch.shape();
        return work.create(pixels, new Shape(batch.size(), 3, shape.get(2) * reduction, shape.get(3) * reduction));
    }

    /** The scaled latents (B, C, h, w) alone, for another model to go on with; as {@link #paint} otherwise. */
    public float[] latents(List<ImageRequest> requests, Draws draws, StepListener listener, Cancellation cancellation) {
        busy.lock();
        try (NDManager work = owner.newSubManager(); var scope = Scope.open(); var off = GradMode.off()) {
            return denoise(batch(requests), draws, work, listener, cancellation);
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

    private float[] denoise(Batch batch, Draws draws, NDManager work, StepListener listener, Cancellation cancellation) {
        return Overflow.redone(unet.compute(), this::computeIn, Overflow::isFinite,
                () -> denoiseOnce(batch, draws, work, listener, cancellation));
    }

    private void computeIn(Precision precision) {
        text.computeIn(precision);
        unet.computeIn(precision);
    }

    private float[] denoiseOnce(
            Batch batch, Draws draws, NDManager work, StepListener listener, Cancellation cancellation) {
        try (var loras = new LoraSet(batch.common().loras(), loraParts(), unet.config().layersPerBlock())) {
            Schedule schedule = Schedule.of(batch.options().scheduler().over(schedulerConfig), batch.common());
            int reduction = vae.config().reduction();
            var whole = MicroConditioning.whole(
                    (int) batch.shape().get(3) * reduction, (int) batch.shape().get(2) * reduction);
            var denoising = new Denoising(unet, conditioner.of(batch, whole, work).kept(), batch, schedule, work);
            return denoising.run(start(batch, schedule, draws, work), draws, listener, cancellation);
        }
    }

    /** What the first step is given. */
    private float[] start(Batch batch, Schedule schedule, Draws draws, NDManager work) {
        Source source = batch.options().source();
        if (source == null) {
            return Denoising.fromNoise(batch.draw(draws, Draws.START), schedule.plan().initialNoise());
        }
        float[] latents = source.latents() == null
                ? encode(batch, source, draws, work)
                : Denoising.repeated(source.latents(), batch.shape());
        return batch.options().denoisingStart() > 0
                ? latents
                : Denoising.noised(latents, batch.draw(draws, Draws.START), schedule.start());
    }

    private float[] encode(Batch batch, Source source, Draws draws, NDManager work) {
        try (var scope = Scope.open()) {
            NDArray picture = work.create(source.picture(), new Shape(1, 3, source.height(), source.width()));
            Vae.Posterior posterior = batch.options().tiledVae() || plan.tiledVae()
                    ? vae.encodeTiled(picture) : vae.encode(picture);
            NDArray noise = work.create(batch.draw(draws, Draws.ENCODING), batch.shape());
            return vae.config().scaling().scaled(posterior.sample(noise)).toFloatArray();
        }
    }

    /** Latents that this model made for {@code request}, for another to go on with. */
    Source source(ImageRequest request, float[] latents) {
        Shape shape = latentShape(request);
        int reduction = vae.config().reduction();
        return Source.latents(latents, (int) shape.get(3) * reduction, (int) shape.get(2) * reduction);
    }

    private Batch batch(List<ImageRequest> requests) {
        Shape shape = latentShape(requests.get(0));
        return new Batch(requests, new Shape(requests.size(), shape.get(1), shape.get(2), shape.get(3)));
    }

    private Shape latentShape(ImageRequest request) {
        int reduction = vae.config().reduction();
        Source source = request.options().source();
        int width = request.width() != 0 ? request.width() : source != null ? source.width() : defaultSize();
        int height = request.height() != 0 ? request.height() : source != null ? source.height() : defaultSize();
        if (width % reduction != 0 || height % reduction != 0) {
            throw new IllegalArgumentException("width and height must be divisible by " + reduction);
        }
        if (source != null && (source.width() != width || source.height() != height)) {
            throw new IllegalArgumentException("the picture to start from is " + source.width() + " by " + source.height()
                    + " pixels, not " + width + " by " + height);
        }
        return new Shape(1, vae.config().latentChannels(), height / reduction, width / reduction);
    }

    /** Scaled latents (B, C, h, w) → pictures (B, 3, 8h, 8w) in about [-1, 1]. */
    public NDArray decode(NDArray latents) {
        return decode(latents, false);
    }

    private NDArray decode(NDArray latents, boolean tiled) {
        try (var scope = Scope.open()) {
            NDArray unscaled = vae.config().scaling().unscaled(latents);
            return scope.keep(tiled ? vae.decodeTiled(unscaled) : vae.decode(unscaled));
        }
    }

    /** What a LoRA can attach to: the U-Net and the text encoders, by diffusers' part names. */
    public Map<String, Map<String, Adaptable>> loraParts() {
        var parts = new HashMap<>(text.adaptables());
        parts.put("unet", unet.adaptables());
        return parts;
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
        texts.close();
        owner.close();
    }
}
