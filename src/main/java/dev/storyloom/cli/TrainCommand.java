package dev.storyloom.cli;

import dev.storyloom.storage.FolderBlobStore;
import java.io.IOException;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code storyloom train}: a LoRA from photos of one character; started again after a stop, it goes on. */
@Command(name = "train", mixinStandardHelpOptions = true, sortOptions = false)
final class TrainCommand implements Callable<Integer> {

    @Option(names = "--photos", required = true, paramLabel = "DIR")
    Path photos;

    @Option(names = "--class", required = true, paramLabel = "NOUN")
    String classNoun;

    @Option(names = "--out", required = true, paramLabel = "FILE")
    Path out;

    @Option(names = "--steps", paramLabel = "N")
    Integer steps;

    @Option(names = "--seed", paramLabel = "N", defaultValue = "42")
    long seed;

    @Mixin
    TrainingKnobs knobs;

    @Mixin
    MethodOptions method;

    @Mixin
    ModelOptions model;

    @Mixin
    Talk talk;

    /** The answer of {@code --json}. */
    record Trained(String lora, String model, String prompt, int photos, int steps, int rank, long seed) {
    }

    @Override
    public Integer call() throws IOException {
        var options = knobs.options(classNoun.strip(), steps, seed, method::method);
        Outputs.check(out);
        var pictures = PhotoFolder.read(photos);
        Path work = out.resolveSibling("." + out.getFileName() + ".training");
        try (var painter = model.loadToTrain(options); var progress = talk.progress()) {
            model.planned().ifPresent(talk::remark);
            new Training(painter, options, work).run(pictures, out, progress);
            FolderBlobStore.deleteTree(work);
        } finally {
            if (!Training.hasBegun(work)) {
                FolderBlobStore.deleteTree(work);
            }
        }
        talk.answer(new Trained(out.toString(), model.name(), options.instancePrompt(), pictures.size(),
                options.steps(), options.rank(), seed), Words.say("train.done", options.steps(), pictures.size(), out));
        return 0;
    }
}
