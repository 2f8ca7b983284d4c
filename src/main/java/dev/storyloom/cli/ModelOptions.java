package dev.storyloom.cli;

import dev.storyloom.diffusion.pipeline.StableDiffusionXl;
import dev.storyloom.diffusion.tensor.Torch;
import dev.storyloom.storage.BundledModel;
import java.io.IOException;
import java.nio.file.Path;
import picocli.CommandLine.Option;

/** Which model, on how many threads. */
final class ModelOptions {

    @Option(names = "--model", paramLabel = "DIR")
    Path model;

    @Option(names = "--threads", paramLabel = "N")
    Integer threads;

    StableDiffusionXl load() throws IOException {
        prepare();
        return StableDiffusionXl.load(folder());
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
