package dev.storyloom.cli;

import static java.util.Objects.requireNonNullElse;

import dev.storyloom.diffusion.training.TrainingMethod;
import dev.storyloom.diffusion.training.TrainingMethod.Prior;
import dev.storyloom.diffusion.training.TrainingOptions;
import java.util.function.UnaryOperator;
import picocli.CommandLine.Option;

/** What can be turned about a training; what is not given is the quick preset's. */
final class TrainingKnobs {

    @Option(names = "--token", paramLabel = "WORD", defaultValue = "sks")
    String token;

    @Option(names = "--rank", paramLabel = "N")
    Integer rank;

    @Option(names = "--rate", paramLabel = "X")
    Double rate;

    @Option(names = "--batch", paramLabel = "N")
    Integer batch;

    @Option(names = "--prior-weight", paramLabel = "X")
    Double priorWeight;

    @Option(names = "--class-images", paramLabel = "N")
    Integer classImages;

    @Option(names = "--resolution", paramLabel = "PIXELS")
    Integer resolution;

    @Option(names = "--checkpoint-every", paramLabel = "N")
    Integer checkpointEvery;

    @Option(names = "--examine-every", paramLabel = "N")
    Integer examineEvery;

    /** By the preset's method; {@code steps} may be null, for the preset's. */
    TrainingOptions options(String classNoun, Integer steps, long seed) {
        return options(classNoun, steps, seed, UnaryOperator.identity());
    }

    /** {@code changed} makes the method from the preset's. */
    TrainingOptions options(String classNoun, Integer steps, long seed, UnaryOperator<TrainingMethod> changed) {
        TrainingOptions quick = TrainingOptions.quick(token, classNoun);
        TrainingMethod method = changed.apply(quick.method());
        int others = in("--class-images", 0, 1000, requireNonNullElse(classImages, quick.classImages()));
        double learningRate = requireNonNullElse(rate, quick.learningRate());
        if (!(learningRate > 0 && learningRate < 1)) {
            throw new CommandFailed("failed.range", "--rate", 0, 1, learningRate);
        }
        double weight = requireNonNullElse(priorWeight, quick.priorWeight());
        if (!(weight >= 0 && weight <= 100)) {
            throw new CommandFailed("failed.range", "--prior-weight", 0, 100, weight);
        }
        int updates = in("--steps", 1, 100_000, requireNonNullElse(steps, quick.steps()));
        int looks = quick.steps() / quick.examineEvery();
        String classPrompt = others == 0 && method.prior() == Prior.PICTURES ? null : quick.classPrompt();
        return new TrainingOptions(quick.instancePrompt(), classPrompt, others, updates,
                in("--batch", 1, 64, requireNonNullElse(batch, quick.batchSize())),
                in("--rank", 1, 512, requireNonNullElse(rank, quick.rank())),
                learningRate, weight, seed,
                in("--resolution", 0, 2048, requireNonNullElse(resolution, quick.resolution())),
                in("--checkpoint-every", 0, 100_000, requireNonNullElse(checkpointEvery, quick.checkpointEvery())),
                0, quick.samplePrompt(), quick.repeats(), method,
                in("--examine-every", 0, 100_000, requireNonNullElse(examineEvery, Math.max(1, updates / looks))));
    }

    /** The words that call the trained character in a prompt. */
    String subject(String classNoun) {
        return token + " " + classNoun;
    }

    private static int in(String option, int least, int most, int value) {
        if (value < least || value > most) {
            throw new CommandFailed("failed.range", option, least, most, value);
        }
        return value;
    }
}
