package dev.storyloom.diffusion.training;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.Shape;
import dev.storyloom.diffusion.Goldens;
import dev.storyloom.diffusion.nn.Adaptable;
import dev.storyloom.diffusion.nn.LowRank;
import dev.storyloom.diffusion.pipeline.Cancellation;
import dev.storyloom.diffusion.pipeline.LoraUse;
import dev.storyloom.diffusion.pipeline.StableDiffusionXl;
import dev.storyloom.diffusion.tensor.GradMode;
import dev.storyloom.diffusion.tensor.Torch;
import dev.storyloom.diffusion.training.TrainingMethod.Prior;
import dev.storyloom.diffusion.weights.SafetensorsFile;

/** What holds for the plain training must hold for every other. */
class TrainingMethodTest {

    private static final TrainingMethod PLAIN = TrainingMethod.PLAIN;
    private static final TrainingOptions OPTIONS = new TrainingOptions("a photo of sks dog", "a photo of dog", 1, 4, 1,
            2, 1e-3, 1, 7, 64, 0, 0, "", 2);
    private static final List<Path> PHOTOS = Stream.of("01", "02", "03", "04")
            .map(photo -> Goldens.path("training/images/instance/" + photo + ".png")).toList();
    private static StableDiffusionXl model;

    @TempDir
    Path folder;

    @BeforeAll
    static void load() {
        Torch.setThreads(1);
        model = StableDiffusionXl.load(Goldens.tinySdxl());
    }

    @AfterAll
    static void close() {
        model.close();
    }

    static Stream<TrainingMethod> methods() {
        var cosine = new LearningRateSchedule(LearningRateSchedule.Shape.COSINE, 1, 1, 1);
        return Stream.of(PLAIN.withDora().withAccumulation(2).withMinSnr(5),
                PLAIN.withTextEncoders(1e-3).withSchedule(cosine),
                PLAIN.withEdm().withFraming(new Crop.Framing(true, true, Resampling.BICUBIC)),
                PLAIN.withPrior(Prior.PREDICTIONS), PLAIN.withPrior(Prior.PREDICTIONS).withTextEncoders(1e-3));
    }

    @ParameterizedTest
    @MethodSource("methods")
    void aTrainingInPiecesEndsWithTheBytesOfAnUninterruptedOne(TrainingMethod method) {
        TrainingOptions options = OPTIONS.withMethod(method);
        Path whole = trained("whole", options, 4);
        trained("pieces", options, 1);
        trained("pieces", options, 3);
        assertThat(trained("pieces", options, 4)).hasSameBinaryContentAs(whole);
    }

    @Test
    void everyMethodIsATrainingOfItsOwn() {
        trained("shared", OPTIONS, 2);
        methods().forEach(method -> {
            try (var trainer = trainer("shared", OPTIONS.withMethod(method))) {
                assertThat(trainer.step()).isZero();
            }
        });
    }

    @Test
    void aScheduleThatEndsWithTheTrainingCannotBeMadeLonger() {
        var linear = new LearningRateSchedule(LearningRateSchedule.Shape.LINEAR, 0, 1, 1);
        TrainingOptions options = OPTIONS.withMethod(PLAIN.withSchedule(linear)).withSteps(2);
        trained("scheduled", options, 1);
        try (var same = trainer("scheduled", options); var longer = trainer("scheduled", options.withSteps(3))) {
            assertThat(same.step()).isEqualTo(1);
            assertThat(longer.step()).isZero();
        }
    }

    /** On the photos themselves, under the words for others of their kind. */
    @Test
    void whoHoldsOnToPredictionsGoesOnPredictingThemWithoutTheCharactersWord() {
        TrainingOptions options = OPTIONS.withSteps(16);
        double before = HeldOutLoss.of(model, PHOTOS, "a photo of dog", List.of(), 1);
        double pictures = lossOfOthers(trained("pictures", options, 16));
        double predictions = lossOfOthers(
                trained("predictions", options.withMethod(PLAIN.withPrior(Prior.PREDICTIONS)), 16));
        assertThat(Math.abs(predictions / before - 1)).isLessThan(Math.abs(pictures / before - 1) / 2);
    }

    private static double lossOfOthers(Path lora) {
        return HeldOutLoss.of(model, PHOTOS, "a photo of dog", List.of(new LoraUse(lora, 1)), 1);
    }

    @Test
    void textEncodersAndMagnitudesAreInTheFile() {
        Path file = trained("te", OPTIONS.withMethod(PLAIN.withTextEncoders(1e-3).withDora()).withSteps(1), 1);
        assertThat(SafetensorsFile.open(file).tensors()).hasSize(3 * (28 * 8 + 3 * 4 + 4 * 4)).containsKeys(
                "text_encoder.text_model.encoder.layers.0.self_attn.q_proj.lora_linear_layer.down.weight",
                "text_encoder_2.text_model.encoder.layers.3.self_attn.out_proj.lora_magnitude_vector.weight");
    }

    @Test
    void twentyUpdatesLeaveNoArrayBehind() {
        try (var trainer = trainer("long", OPTIONS.withMethod(PLAIN.withDora().withTextEncoders(1e-4)).withSteps(20))) {
            trainer.trainUntil(2, TrainingListener.NONE, Cancellation.never());
            int before = Torch.liveArrays();
            trainer.trainUntil(20, TrainingListener.NONE, Cancellation.never());
            assertThat(Torch.liveArrays()).isEqualTo(before);
        }
    }

    /** A LoRA of the wrong shape on a layer that is not trained makes the step fail there, in the middle of its graph. */
    @Test
    void aFailureAnywhereInAStepLeavesNoArrayBehindAndTheNextStepsAreAsIfItHadNotBeen() {
        TrainingOptions options = OPTIONS.withMethod(PLAIN.withTextEncoders(1e-3).withAccumulation(2)).withSteps(3);
        Path whole = trained("undisturbed", options, 3);
        Path disturbed = folder.resolve("disturbed.safetensors");
        try (var trainer = trainer("disturbed", options); NDManager owner = Torch.newOwner("broken")) {
            trainer.trainUntil(1, TrainingListener.NONE, Cancellation.never());
            var broken = new LowRank(owner.zeros(new Shape(1, 7)), owner.zeros(new Shape(7, 1)), 1);
            int before = Torch.liveArrays();
            int failures = 0;
            for (Adaptable linear : everyFifthUntrained()) {
                linear.setBranches(List.of(broken));
                assertThatThrownBy(() -> trainer.trainUntil(2, TrainingListener.NONE, Cancellation.never()))
                        .isNotNull();
                linear.setBranches(List.of());
                assertThat(Torch.liveArrays()).isEqualTo(before);
                failures++;
            }
            assertThat(failures).isGreaterThan(20);
            trainer.trainUntil(3, TrainingListener.NONE, Cancellation.never());
            trainer.save(disturbed);
        }
        assertThat(disturbed).hasSameBinaryContentAs(whole);
    }

    @Test
    void choicesThatExcludeEachOtherAreRefused() {
        assertThatThrownBy(() -> PLAIN.withEdm().withMinSnr(5)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> PLAIN.withAccumulation(0)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> PLAIN.withTextEncoders(0)).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void theRowsOfTwoPromptsLieAsTheirPicturesDo() {
        var options = new TrainingOptions("a fox", "a dog", 1, 1, 3, 2, 1e-3, 1, 7, 64, 0, 0, "");
        try (NDManager owner = Torch.newOwner("rows"); var off = GradMode.off()) {
            PromptRows rows = PromptRows.encoded(model.text(), owner, options);
            float[] pooled = rows.pooled().toFloatArray();
            int width = pooled.length / 6;
            for (int i = 0; i < width; i++) {
                assertThat(pooled[width + i]).isEqualTo(pooled[i]);
                assertThat(pooled[2 * width + i]).isEqualTo(pooled[i]);
                assertThat(pooled[4 * width + i]).isEqualTo(pooled[3 * width + i]);
            }
            assertThat(pooled[3 * width]).isNotEqualTo(pooled[0]);
        }
    }

    private static List<Adaptable> everyFifthUntrained() {
        Map<String, Adaptable> untrained = new TreeMap<>();
        model.loraParts().forEach((part, layers) -> layers.forEach((module, layer) -> {
            if (layer.window() == 0 && !module.matches(".*(\\.attn\\d\\.to_(q|k|v|out\\.0)|(q|k|v|out)_proj)")) {
                untrained.put(part + "." + module, layer);
            }
        }));
        List<Adaptable> all = List.copyOf(untrained.values());
        return Stream.iterate(0, i -> i < all.size(), i -> i + 5).map(all::get).toList();
    }

    private Path trained(String name, TrainingOptions options, int until) {
        Path lora = folder.resolve(name + ".safetensors");
        try (var trainer = trainer(name, options)) {
            trainer.trainUntil(until, TrainingListener.NONE, Cancellation.never());
            trainer.save(lora);
        }
        return lora;
    }

    private DreamBoothTrainer trainer(String name, TrainingOptions options) {
        return new DreamBoothTrainer(model, PHOTOS, options, folder.resolve(name));
    }
}
