package dev.storyloom.cli;

import static java.util.Objects.requireNonNullElse;

import dev.storyloom.diffusion.training.Crop;
import dev.storyloom.diffusion.training.LearningRateSchedule;
import dev.storyloom.diffusion.training.Resampling;
import dev.storyloom.diffusion.training.TrainingMethod;
import picocli.CommandLine.Option;

/** How to train, where it is not to be the quick preset's way. */
final class MethodOptions {

    @Option(names = "--min-snr", paramLabel = "GAMMA", defaultValue = "0")
    double minSnr;

    @Option(names = "--edm")
    boolean edm;

    @Option(names = "--dora")
    boolean dora;

    @Option(names = "--train-text-encoders", negatable = true)
    Boolean textEncoders;

    @Option(names = "--text-rate", paramLabel = "X")
    Double textRate;

    @Option(names = "--accumulate", paramLabel = "N", defaultValue = "1")
    int accumulate;

    @Option(names = "--schedule", paramLabel = "SHAPE", defaultValue = "constant")
    LearningRateSchedule.Shape schedule;

    @Option(names = "--warmup", paramLabel = "N", defaultValue = "0")
    int warmup;

    @Option(names = "--cycles", paramLabel = "N", defaultValue = "1")
    int cycles;

    @Option(names = "--power", paramLabel = "X", defaultValue = "1")
    double power;

    @Option(names = "--center-crop")
    boolean centreCrop;

    @Option(names = "--flip")
    boolean flip;

    @Option(names = "--interpolation", paramLabel = "FILTER", defaultValue = "lanczos")
    Resampling interpolation;

    @Option(names = "--prior", paramLabel = "KIND")
    TrainingMethod.Prior prior;

    /** What is not given is as {@code preset} has it. */
    TrainingMethod method(TrainingMethod preset) {
        double textRate = requireNonNullElse(this.textRate, preset.textLearningRate());
        range("--min-snr", minSnr >= 0 && minSnr <= 1000, 0, 1000, minSnr);
        range("--text-rate", textRate > 0 && textRate < 1, 0, 1, textRate);
        range("--accumulate", accumulate >= 1 && accumulate <= 1024, 1, 1024, accumulate);
        range("--warmup", warmup >= 0 && warmup <= 100_000, 0, 100_000, warmup);
        range("--cycles", cycles >= 1 && cycles <= 1000, 1, 1000, cycles);
        range("--power", power > 0 && power <= 100, 0, 100, power);
        if (edm && minSnr > 0) {
            throw new CommandFailed("train.one_weighting");
        }
        boolean trainsText = requireNonNullElse(textEncoders, preset.textEncoders());
        return new TrainingMethod(minSnr, edm, dora, trainsText, textRate, accumulate,
                new LearningRateSchedule(schedule, warmup, cycles, power),
                new Crop.Framing(centreCrop, flip, interpolation), requireNonNullElse(prior, preset.prior()));
    }

    private static void range(String option, boolean within, int least, int most, Object value) {
        if (!within) {
            throw new CommandFailed("failed.range", option, least, most, value);
        }
    }
}
