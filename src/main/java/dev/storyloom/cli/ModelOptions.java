package dev.storyloom.cli;

import dev.storyloom.diffusion.pipeline.LoadOptions;
import dev.storyloom.diffusion.pipeline.MemoryPlan;
import dev.storyloom.diffusion.pipeline.ModelSize;
import dev.storyloom.diffusion.pipeline.StableDiffusionXl;
import dev.storyloom.diffusion.tensor.Precision;
import dev.storyloom.diffusion.tensor.Torch;
import dev.storyloom.diffusion.training.TrainingOptions;
import dev.storyloom.diffusion.weights.ModelFolder;
import dev.storyloom.storage.BundledModel;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Optional;
import picocli.CommandLine.Option;

/** Which model, where, in which numbers and on how many threads. */
final class ModelOptions {

    @Option(names = "--model", paramLabel = "DIR")
    Path model;

    @Option(names = "--threads", paramLabel = "N")
    Integer threads;

    @Option(names = "--device", paramLabel = "cpu|cuda|cuda:N|auto", defaultValue = "auto")
    String device;

    @Option(names = "--precision", paramLabel = "fp32|fp16|bf16", converter = PrecisionOption.class)
    Precision precision;

    @Option(names = "--vae", paramLabel = "DIR")
    Path vae;

    private LoadOptions options = LoadOptions.DEFAULT;

    /** Loads the model for pictures of its own size. */
    StableDiffusionXl load() throws IOException {
        return load(0, 0);
    }

    /** Loads the model for pictures of this size in pixels; 0 for its own. */
    StableDiffusionXl load(int width, int height) throws IOException {
        prepare();
        return load((size, options, budget) -> {
            int own = size.unet().sampleSize() * size.vae().reduction();
            return MemoryPlan.toPaint(size, options, width == 0 ? own : width, height == 0 ? own : height, budget);
        });
    }

    /** Loads the model to train a LoRA on it; {@code resolution} 0 for its own. */
    StableDiffusionXl loadToTrain(TrainingOptions training) throws IOException {
        prepare();
        return load((size, options, budget) -> {
            int own = size.unet().sampleSize() * size.vae().reduction();
            int side = training.resolution() == 0 ? own : training.resolution();
            int rows = training.batchSize() * (training.preservesPrior() ? 2 : 1);
            return MemoryPlan.toTrain(size, options, side, rows, training.rank(), budget);
        });
    }

    private interface Planning {
        MemoryPlan plan(ModelSize size, LoadOptions options, long budget);
    }

    private StableDiffusionXl load(Planning planning) throws IOException {
        LoadOptions wanted = LoadOptions.on(device).withVae(vae);
        wanted = precision == null ? wanted : wanted.withCompute(precision);
        ModelSize size = ModelSize.of(ModelFolder.open(folder()));
        long budget = wanted.onCard() ? wanted.cardMemory() : Machine.totalMemory();
        boolean narrow = !wanted.onCard() && 2 * Float.BYTES * size.weights() > budget;
        options = wanted.withPlan(planning.plan(size, wanted, budget)).withAsStored(narrow);
        return StableDiffusionXl.load(folder(), options);
    }

    /** What the model was loaded with. */
    LoadOptions options() {
        return options;
    }

    /** After loading: how the work is made to fit into memory, in a sentence; empty where nothing had to be done. */
    Optional<String> planned() {
        MemoryPlan plan = options.plan();
        var ways = new ArrayList<String>();
        if (plan.encodersAside()) {
            ways.add(Words.say("plan.encoders"));
        }
        if (plan.tiledVae()) {
            ways.add(Words.say("plan.tiles"));
        }
        if (plan.checkpointing()) {
            ways.add(Words.say("plan.checkpointing"));
        }
        String key = plan.fits() ? "plan.fits" : "plan.too_large";
        boolean plain = plan.fits() && ways.isEmpty();
        return plain ? Optional.empty() : Optional.of(needs(key, String.join(", ", ways)));
    }

    /** After loading: what pictures of the model's own size take, and how it is made to fit. */
    String needed() {
        return planned().orElseGet(() -> needs("plan.fits", Words.say("plan.plain")));
    }

    private String needs(String key, String ways) {
        return Words.say(key, Machine.gib(options.plan().needed()), Machine.gib(options.plan().budget()), ways);
    }

    /** Quiet and with the wanted threads. */
    void prepare() {
        QuietLog.warningsOnly();
        if (threads != null) {
            if (threads < 1 || threads > 256) {
                throw new CommandFailed("failed.range", "--threads", 1, 256, threads);
            }
            Torch.setThreads(threads);
        }
    }

    /** What a book or a picture tells about its model. */
    String name() {
        return model == null ? BundledModel.NAME : model.toAbsolutePath().normalize().getFileName().toString();
    }

    Path folder() throws IOException {
        return model == null ? new BundledModel(DataFolder.models()).unpack() : model;
    }
}
