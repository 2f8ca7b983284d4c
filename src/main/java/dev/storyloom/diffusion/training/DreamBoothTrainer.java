package dev.storyloom.diffusion.training;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.Shape;
import dev.storyloom.diffusion.ModelException;
import dev.storyloom.diffusion.lora.LoraFile;
import dev.storyloom.diffusion.pipeline.Cancellation;
import dev.storyloom.diffusion.pipeline.ImageRequest;
import dev.storyloom.diffusion.pipeline.LoraUse;
import dev.storyloom.diffusion.pipeline.StableDiffusionXl;
import dev.storyloom.diffusion.pipeline.StepListener;
import dev.storyloom.diffusion.tensor.GradMode;
import dev.storyloom.diffusion.tensor.Ops;
import dev.storyloom.diffusion.tensor.Scope;
import dev.storyloom.diffusion.tensor.Torch;
import dev.storyloom.diffusion.unet.UNet;

/**
 * Trains a LoRA on photos of one character (train_dreambooth_lora_sdxl of diffusers), in as many pieces as one likes:
 * a trainer made anew on the same folder goes on from the newest whole checkpoint and ends with the same bytes.
 *
 * <p>Holds the model's lock during each step, so that paintings find their turn in between.
 */
public final class DreamBoothTrainer implements AutoCloseable {

    private static final double WEIGHT_DECAY = 1e-4;
    private static final int SAMPLE_STEPS = 20;

    private final StableDiffusionXl model;
    private final TrainingOptions options;
    private final TrainingFolder folder;
    private final Preparation preparation;
    private final NDManager owner = Torch.newOwner("trainer");
    private final LoraTrainee trainee;
    private final DenoisingStep denoising;
    private Preparation.Prepared prepared;
    private int step;
    private int saved;

    /** {@code photos}: turned upright already; {@code folder}: this training's own, where checkpoints live. */
    public DreamBoothTrainer(StableDiffusionXl model, List<Path> photos, TrainingOptions options, Path folder) {
        if (photos.isEmpty()) {
            throw new ModelException("no_photos", "There are no photos to train on.");
        }
        int resolution = options.resolution() == 0 ? model.defaultSize() : options.resolution();
        if (resolution % model.vae().config().reduction() != 0) {
            throw new IllegalArgumentException("the resolution must be divisible by " + model.vae().config().reduction());
        }
        this.model = model;
        this.options = options;
        this.folder = new TrainingFolder(folder, RunId.of(photos, options, resolution, model.unet().config()));
        this.preparation = new Preparation(model, photos, options, resolution, this.folder);
        this.denoising = new DenoisingStep(model.unet(), model.scheduler().noiseSchedule(), model.scheduler().prediction());
        this.trainee = new LoraTrainee(model.unet(), options.rank(), options.seed());
        this.folder.newest().ifPresent(checkpoint -> {
            trainee.restore(checkpoint.tensors(), checkpoint.step());
            step = checkpoint.step();
            saved = step;
        });
    }

    /** Updates made so far, in this trainer and those before it. */
    public int step() {
        return step;
    }

    public int steps() {
        return options.steps();
    }

    /**
     * Trains until {@code target} updates are made (or all that were asked for) and leaves a checkpoint. When cancelled
     * it throws CancelledException and leaves the last checkpoint as it was.
     */
    public void trainUntil(int target, TrainingListener listener, Cancellation cancellation) {
        int end = Math.min(target, steps());
        if (prepared == null && step < end) {
            cancellation.check();
            prepared = preparation.run(owner, listener, cancellation);
        }
        while (step < end) {
            cancellation.check();
            double loss = update();
            listener.step(step, steps(), loss, options.learningRate());
            if (options.checkpointEvery() > 0 && step % options.checkpointEvery() == 0) {
                checkpoint();
            }
            if (options.sampleEvery() > 0 && step % options.sampleEvery() == 0) {
                sample(listener, cancellation);
            }
        }
        checkpoint();
    }

    /** Writes the LoRA as it is now, with diffusers' key names. */
    public void save(Path loraFile) {
        LoraFile.write(loraFile, trainee.layers());
    }

    private double update() {
        model.lock().lock();
        try (var scope = Scope.open(); var off = GradMode.off(); var attached = trainee.attach()) {
            DenoisingStep.Batch batch = batch();
            double loss = options.preservesPrior()
                    ? denoising.backwardWithPrior(owner, batch, options.priorWeight())
                    : denoising.backward(owner, batch);
            trainee.update(options.learningRate(), WEIGHT_DECAY);
            step++;
            return loss;
        } finally {
            model.lock().unlock();
        }
    }

    /** What the step that comes next sees: a function of the seed and of its number alone. */
    private DenoisingStep.Batch batch() {
        EncodedPhotos character = prepared.character();
        int rows = options.batchSize() * (options.preservesPrior() ? 2 : 1);
        int size = character.latentSize();
        var draws = new SeededDraws(options.seed(), "step", step);
        var latents = new float[rows * size];
        var timeIds = new double[rows][];
        var timesteps = new int[rows];
        for (int row = 0; row < rows; row++) {
            boolean other = row >= options.batchSize();
            EncodedPhotos source = other ? prepared.others() : character;
            int index = picture(other ? "class order" : "order", row % options.batchSize(), source.count());
            float[] drawn = source.latents(index, draws.normal(size), model.vae().config().scalingFactor());
            System.arraycopy(drawn, 0, latents, row * size, size);
            timeIds[row] = source.timeIds(index);
            timesteps[row] = draws.nextInt(model.scheduler().noiseSchedule().length());
        }
        Shape shape = new Shape(character.latentShape());
        shape = new Shape(rows, shape.get(1), shape.get(2), shape.get(3));
        var conditioning = new UNet.Conditioning(rows(EncodedPhotos::context, EncodedPhotos::contextShape),
                rows(EncodedPhotos::pooled, photos -> new long[] {1, photos.pooled().length}), timeIds);
        return new DenoisingStep.Batch(shape, latents, draws.normal(latents.length), timesteps, conditioning);
    }

    /** Goes through all pictures in a new order each time. */
    private int picture(String purpose, int row, int count) {
        long place = (long) step * options.batchSize() + row;
        return new SeededDraws(options.seed(), purpose, place / count).order(count)[(int) (place % count)];
    }

    /** The character's embedding for each photo, then the class's for each class picture. */
    private NDArray rows(Function<EncodedPhotos, float[]> values,
            Function<EncodedPhotos, long[]> shape) {
        EncodedPhotos character = prepared.character();
        NDArray one = owner.create(values.apply(character), new Shape(shape.apply(character)));
        NDArray all = one.repeat(0, options.batchSize());
        if (!options.preservesPrior()) {
            return all;
        }
        NDArray other = owner.create(values.apply(prepared.others()), new Shape(shape.apply(prepared.others())));
        return Ops.concat(List.of(all, other.repeat(0, options.batchSize())), 0);
    }

    private void checkpoint() {
        if (saved == step) {
            return;
        }
        Map<String, SealedFile.Tensor> state = new TreeMap<>();
        trainee.save(state);
        SealedFile.write(folder.checkpoint(step), state);
        saved = step;
        folder.prune();
    }

    private void sample(TrainingListener listener, Cancellation cancellation) {
        Path file = folder.file("sample.safetensors");
        try {
            save(file);
            var request = ImageRequest.of(options.samplePrompt()).withSteps(SAMPLE_STEPS).withSeed(options.seed())
                    .withLoras(List.of(new LoraUse(file, 1)));
            listener.sample(step, model.paint(request, StepListener.NONE, cancellation).image());
        } finally {
            TrainingFolder.delete(file);
        }
    }

    @Override
    public void close() {
        trainee.close();
        owner.close();
    }
}
