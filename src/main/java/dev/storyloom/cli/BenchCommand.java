package dev.storyloom.cli;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.storyloom.diffusion.bench.Benchmark;
import dev.storyloom.diffusion.bench.LoadedUNet;
import dev.storyloom.diffusion.bench.Measurement;
import dev.storyloom.diffusion.bench.PipelineTasks;
import dev.storyloom.diffusion.bench.RecipeModel;
import dev.storyloom.diffusion.bench.Rival;
import dev.storyloom.diffusion.bench.Task;
import dev.storyloom.diffusion.bench.TrainingStep;
import dev.storyloom.diffusion.bench.UNetStart;
import dev.storyloom.diffusion.bench.UNetStep;
import dev.storyloom.diffusion.bench.WeightsReading;
import dev.storyloom.diffusion.pipeline.StableDiffusionXl;
import dev.storyloom.diffusion.tensor.Torch;
import dev.storyloom.diffusion.unet.UNet;
import dev.storyloom.diffusion.unet.UNetConfig;
import dev.storyloom.diffusion.weights.Dtype;
import dev.storyloom.diffusion.weights.ModelPart;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.function.Supplier;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code storyloom bench}: what this machine takes for the parts of painting and training. */
@Command(name = "bench", mixinStandardHelpOptions = true, sortOptions = false)
final class BenchCommand implements Callable<Integer> {

    /** What {@code --only} knows. */
    enum Part {
        STEP, TRAINING, VAE, TEXT, START, READING
    }

    private static final long SHARD = 4L << 30;
    /** Java compiles what runs often, on threads of its own beside the first repetitions. */
    private static final int WARM_UPS = 12;

    @Option(names = "--config", paramLabel = "DIR")
    Path config;

    @Option(names = "--work", paramLabel = "DIR")
    Path work;

    @Option(names = "--only", split = ",", paramLabel = "PART")
    Set<Part> only = EnumSet.range(Part.STEP, Part.TEXT);

    @Option(names = "--latents", paramLabel = "N", defaultValue = "0")
    int latents;

    @Option(names = "--rank", paramLabel = "N", defaultValue = "16")
    int rank;

    @Option(names = "--repetitions", paramLabel = "N", defaultValue = "11")
    int repetitions;

    @Option(names = "--against", paramLabel = "COMMAND")
    String against;

    @Mixin
    ModelOptions model;

    @Mixin
    Talk talk;

    /** One row of {@code --json}: milliseconds, bytes; the other program's are left out where there is none. */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record Row(String task, int repetitions, double median, double min, double max, Double other, Double ratio,
            long peakBytes) {

        static Row of(Measurement m) {
            boolean rival = !Double.isNaN(m.ratio());
            return new Row(m.task(), m.repetitions(), m.median(), m.least(), m.most(), rival ? m.others() : null,
                    rival ? m.ratio() : null, m.peakBytes());
        }
    }

    /** The answer of {@code --json}. */
    record Answer(String model, String engine, int threads, List<Row> rows) {
    }

    @Override
    public Integer call() throws IOException {
        if (repetitions < 1 || repetitions > 10_000) {
            throw new CommandFailed("failed.range", "--repetitions", 1, 10_000, repetitions);
        }
        String name;
        List<Row> rows = new ArrayList<>();
        if (config == null) {
            name = model.name();
            try (var sdxl = model.load()) {
                int side = side(sdxl.unet().config());
                rows.addAll(unet(sdxl.unet(), side));
                rows.addAll(rest(sdxl, side));
            }
        } else {
            name = config.toAbsolutePath().normalize().getFileName().toString();
            model.prepare();
            ModelPart part = recipe(name);
            int side = side(UNetConfig.from(part.config()));
            rows.addAll(start(part, side));
            if (only.contains(Part.STEP) || only.contains(Part.TRAINING)) {
                try (var made = new LoadedUNet(part)) {
                    rows.addAll(unet(made.unet(), side));
                }
            }
        }
        talk.answer(new Answer(name, Torch.version(), Torch.threads(), rows), table(rows));
        return 0;
    }

    private int side(UNetConfig unet) {
        return latents == 0 ? unet.sampleSize() : latents;
    }

    /** The config's U-Net with weights made up by the recipe, written once. */
    private ModelPart recipe(String name) throws IOException {
        Path folder = work == null ? Files.createTempDirectory("storyloom-bench") : work.resolve(name);
        if (!Files.exists(folder.resolve("config.json"))) {
            var json = new ObjectMapper().readTree(config.resolve("config.json").toFile());
            RecipeModel.write(folder, json, Dtype.F32, SHARD);
        }
        return ModelPart.open(folder);
    }

    /** The files' reading alone, and from the files to a first step. */
    private List<Row> start(ModelPart part, int side) {
        var rows = new ArrayList<Row>();
        measure(Part.READING, 0, () -> new WeightsReading(part.path()), rows);
        measure(Part.START, 0, () -> new UNetStart(part.path(), 2, side), rows);
        return rows;
    }

    private List<Row> unet(UNet unet, int side) {
        var rows = new ArrayList<Row>();
        measure(Part.STEP, WARM_UPS, () -> new UNetStep(unet, 2, side), rows);
        measure(Part.TRAINING, WARM_UPS, () -> new TrainingStep(unet, 1, side, rank), rows);
        return rows;
    }

    private List<Row> rest(StableDiffusionXl sdxl, int side) {
        var rows = new ArrayList<Row>();
        measure(Part.VAE, WARM_UPS, () -> PipelineTasks.vaeDecode(sdxl, side), rows);
        measure(Part.TEXT, WARM_UPS, () -> PipelineTasks.textEncoding(sdxl), rows);
        return rows;
    }

    private void measure(Part part, int warmUps, Supplier<Task> make, List<Row> rows) {
        if (!only.contains(part)) {
            return;
        }
        try (Task task = make.get(); Rival rival = against == null ? null : new Rival(against, task.name())) {
            rows.add(Row.of(new Benchmark(warmUps, repetitions).measure(task, rival)));
        }
    }

    private static String table(List<Row> rows) {
        var lines = new ArrayList<String>();
        lines.add(String.format("%-10s %9s %9s %9s %9s %7s %9s", Words.say("bench.task"), Words.say("bench.median"),
                Words.say("bench.min"), Words.say("bench.max"), Words.say("bench.other"), Words.say("bench.ratio"),
                Words.say("bench.peak")));
        for (Row row : rows) {
            String other = row.other() == null ? "" : String.format(Locale.ROOT, "%.1f", row.other());
            String ratio = row.ratio() == null ? "" : String.format(Locale.ROOT, "%.2f", row.ratio());
            lines.add(String.format(Locale.ROOT, "%-10s %9.1f %9.1f %9.1f %9s %7s %9d", row.task(), row.median(),
                    row.min(), row.max(), other, ratio, row.peakBytes() >> 20));
        }
        return String.join(System.lineSeparator(), lines);
    }
}
