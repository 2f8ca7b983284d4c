package dev.storyloom.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.storyloom.diffusion.training.TrainingMethod;
import dev.storyloom.diffusion.training.TrainingMethod.Prior;
import dev.storyloom.diffusion.training.TrainingOptions;
import org.junit.jupiter.api.Test;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

class MethodOptionsTest {
    private static final TrainingMethod QUICK = TrainingOptions.quick("sks", "fox").method();

    @Command
    static final class Training {
        @Mixin
        MethodOptions method;
    }

    @Test
    void withoutAWordTheMethodIsTheQuickPresets() {
        assertThat(method()).isEqualTo(QUICK);
    }

    @Test
    void theTextEncodersLearnAsThePresetSaysUntilTheLineSaysOtherwise() {
        assertThat(method("--no-train-text-encoders").textEncoders()).isFalse();
        assertThat(method("--train-text-encoders").textEncoders()).isTrue();
    }

    @Test
    void whatIsGivenTakesThePresetsPlace() {
        TrainingMethod method = method("--prior", "PICTURES", "--text-rate", "1e-4", "--accumulate", "2");
        assertThat(method).isEqualTo(QUICK.withPrior(Prior.PICTURES).withTextEncoders(1e-4).withAccumulation(2));
    }

    private static TrainingMethod method(String... line) {
        var training = new Training();
        new CommandLine(training).setCaseInsensitiveEnumValuesAllowed(true).parseArgs(line);
        return training.method.method(QUICK);
    }
}
