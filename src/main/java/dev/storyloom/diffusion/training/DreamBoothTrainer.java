package dev.storyloom.diffusion.training;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

import ai.djl.ndarray.NDManager;
import dev.storyloom.diffusion.ModelException;
import dev.storyloom.diffusion.lora.LoraFile;
import dev.storyloom.diffusion.nn.Adaptable;
import dev.storyloom.diffusion.pipeline.Cancellation;
import dev.storyloom.diffusion.pipeline.ImageRequest;
import dev.storyloom.diffusion.pipeline.LoraUse;
import dev.storyloom.diffusion.pipeline.StableDiffusionXl;
import dev.storyloom.diffusion.pipeline.StepListener;
import dev.storyloom.diffusion.tensor.GradMode;
import dev.storyloom.diffusion.tensor.Scope;
import dev.storyloom.diffusion.tensor.Torch;

/**
 * Trains a LoRA on photos of one character (train_dreambooth_lora_sdxl of diffusers), in as many pieces as one likes:
 * a trainer made anew on the same folder goes on from the newest whole checkpoint and ends with the same bytes.
 *
 * <p>Holds the model's lock during each step, so that paintings find their turn in between.
 */
public final class DreamBoothTrainer implements AutoCloseable {

    private static final int SAMPLE_STEPS = 20;

    private final StableDiffusionXl model;
    private final TrainingOptions options;
    private final TrainingFolder folder;
    private final Preparation preparation;
    private final NDManager owner;
    private final LoraTrainee trainee;
    private final DenoisingStep denoising;
    private final TrainingMethod method;
    private final CheckpointChoice choice = new CheckpointChoice();
    private Preparation.Prepared prepared;
    private Examiner examiner;
    private int step;
    private int saved;
    private boolean halfUpdated;

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
        this.method = options.method();
        this.folder = new TrainingFolder(folder, RunId.of(photos, options, resolution, model.unet().config()));
        this.preparation = new Preparation(model, photos, options, resolution, this.folder);
        var lossScale = LossScale.of(model.unet().compute());
        this.denoising = new DenoisingStep(model.unet(), model.scheduler().noiseSchedule(), model.scheduler().prediction(),
                model.plan().checkpointing() && !method.textEncoders(), lossScale);
        this.trainee = new LoraTrainee(new LoraTrainee.Plan(trained(), options.rank(), method.dora()), options.seed(),
                lossScale);
        this.owner = Torch.newOwner("trainer", model.device());
        try {
            this.folder.newest().ifPresent(this::restore);
        } catch (RuntimeException e) {
            close();
            throw e;
        }
    }

    private void restore(TrainingFolder.Checkpoint checkpoint) {
        trainee.restore(checkpoint.tensors(), checkpoint.step());
        choice.restore(checkpoint.tensors(), trainee.layers());
        step = checkpoint.step();
        saved = step;
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
        if (halfUpdated) {
            throw new IllegalStateException("an update broke off; a trainer made anew goes on from the last checkpoint");
        }
        int end = Math.min(target, steps());
        if (prepared == null && step < end) {
            cancellation.check();
            prepared = preparation.run(owner, listener, cancellation);
        }
        while (step < end) {
            cancellation.check();
            double rate = method.schedule().at(options.learningRate(), step, steps());
            double loss = update(rate);
            listener.step(step, steps(), loss, rate);
            if (options.examineEvery() > 0 && step % options.examineEvery() == 0) {
                examine(listener);
            }
            if (step == steps() && choice.best().isPresent()) {
                strengthen();
            }
            if (options.checkpointEvery() > 0 && step % options.checkpointEvery() == 0) {
                checkpoint();
            }
            if (options.sampleEvery() > 0 && step % options.sampleEvery() == 0) {
                sample(listener, cancellation);
            }
        }
        checkpoint();
    }

    /**
     * Writes the LoRA with diffusers' key names: as it is now, or where the training is at its end and was examined, the
     * one that was best, as strong as words leave room for.
     */
    public void save(Path loraFile) {
        boolean chosen = step == steps() && choice.best().isPresent();
        LoraFile.write(loraFile, chosen ? choice.layers() : trainee.layers());
    }

    /** Writes the LoRA as it is now, whether it was the best or not; also while a listener is told of an examination. */
    public void saveAsItIs(Path loraFile) {
        LoraFile.write(loraFile, trainee.layers());
    }

    /** The best of the LoRAs that were examined so far. */
    public Optional<Examination> best() {
        return choice.best();
    }

    private void examine(TrainingListener listener) {
        model.lock().lock();
        try {
            openExaminer();
            try (var attached = trainee.attach()) {
                Examination examination = examiner.examine(step);
                choice.see(examination, trainee::layers);
                listener.examined(examination);
            }
        } finally {
            model.lock().unlock();
        }
    }

    /** Only while no LoRA lies on the model. */
    private void openExaminer() {
        if (examiner == null) {
            examiner = new Examiner(model, denoising, options, prepared.character(), owner);
        }
    }

    private void strengthen() {
        Path file = folder.file("strength.safetensors");
        model.lock().lock();
        try {
            LoraFile.write(file, choice.trainedLayers());
            openExaminer();
            choice.strengthen(strength ->
                    model.withLoras(List.of(new LoraUse(file, strength)), () -> examiner.examine(step)));
        } finally {
            model.lock().unlock();
            TrainingFolder.delete(file);
        }
    }

    private Map<String, Map<String, Adaptable>> trained() {
        return method.textEncoders() ? model.loraParts() : Map.of("unet", model.unet().adaptables());
    }

    /** Returns the mean loss of the update's batches. */
    private double update(double rate) {
        model.lock().lock();
        try (var scope = Scope.open(); var off = GradMode.off()) {
            double textRate = method.schedule().at(method.textLearningRate(), step, steps());
            double loss;
            double norm;
            do {
                loss = 0;
                for (int part = 0; part < method.accumulation(); part++) {
                    loss += backward((long) step * method.accumulation() + part) / method.accumulation();
                }
                halfUpdated = true;
                norm = trainee.update(rate, textRate);
                halfUpdated = false;
                // A gradient that overflowed in FLOAT16 is computed again with a smaller loss scale.
            } while (Double.isInfinite(norm));
            step++;
            return loss;
        } catch (RuntimeException e) {
            trainee.forgetGradients();
            throw e;
        } finally {
            model.lock().unlock();
        }
    }

    private double backward(long number) {
        int length = model.scheduler().noiseSchedule().length();
        var drawn = DrawnBatch.of(prepared, options, number, model.vae().config().scaling(), length);
        LossWeights weights = LossWeights.of(options, model.scheduler(), drawn.timesteps());
        try (var scope = Scope.open()) {
            float[] kept = options.keepsPredictions()
                    ? denoising.predictionWhileLearning(owner,
                            drawn.others().under(PromptRows.ofOthers(owner, prepared, options)))
                    : new float[0];
            try (var attached = trainee.attach()) {
                PromptRows prompts = method.textEncoders() ? PromptRows.encoded(model.text(), owner, options)
                        : PromptRows.stored(owner, prepared, options);
                return denoising.backward(owner, drawn.under(prompts).keeping(kept), weights);
            }
        }
    }

    private void checkpoint() {
        if (saved == step) {
            return;
        }
        Map<String, SealedFile.Tensor> state = new TreeMap<>();
        trainee.save(state);
        choice.save(state);
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
