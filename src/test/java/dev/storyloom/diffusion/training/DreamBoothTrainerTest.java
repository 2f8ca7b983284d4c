package dev.storyloom.diffusion.training;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import dev.storyloom.diffusion.CancelledException;
import dev.storyloom.diffusion.Goldens;
import dev.storyloom.diffusion.ModelException;
import dev.storyloom.diffusion.pipeline.Cancellation;
import dev.storyloom.diffusion.pipeline.ImageRequest;
import dev.storyloom.diffusion.pipeline.LoraUse;
import dev.storyloom.diffusion.pipeline.StableDiffusionXl;
import dev.storyloom.diffusion.pipeline.StepListener;
import dev.storyloom.diffusion.tensor.Torch;
import dev.storyloom.diffusion.weights.SafetensorsFile;

class DreamBoothTrainerTest {

    private static final TrainingOptions OPTIONS = new TrainingOptions("a photo of sks dog", "a photo of dog", 1, 6, 1,
            2, 1e-3, 1, 7, 64, 2, 0, "a photo of sks dog");
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

    @Test
    void aTrainingInPiecesEndsWithTheBytesOfAnUninterruptedOne() {
        Path whole = trained("whole", OPTIONS, 6);
        trained("pieces", OPTIONS, 1);
        trained("pieces", OPTIONS, 4);
        Path pieces = trained("pieces", OPTIONS, 6);
        assertThat(pieces).hasSameBinaryContentAs(whole);
        assertThat(SafetensorsFile.open(whole).tensors()).hasSize(28 * 8 * 2)
                .containsKey("unet.mid_block.attentions.0.transformer_blocks.0.attn1.to_out.0.lora.up.weight");
    }

    @Test
    void anExaminedTrainingInPiecesKeepsTheSameLora() {
        TrainingOptions examined = OPTIONS.withExaminations(3);
        Path whole = trained("whole", examined, 6);
        trained("pieces", examined, 3);
        Path pieces = trained("pieces", examined, 6);
        assertThat(pieces).hasSameBinaryContentAs(whole);
        assertThat(trained("pieces", examined, 6)).as("after its end").hasSameBinaryContentAs(whole);
    }

    @Test
    void whatAModelPaintedBeforeDoesNotReachATraining() {
        TrainingOptions options = TrainingOptions.quick("sks", "dog").withSteps(2);
        Path first = trainedAfterPainting("first", 64, options);
        Path second = trainedAfterPainting("second", 192, options);
        assertThat(second).hasSameBinaryContentAs(first);
    }

    @Test
    void theLoraThatIsKeptIsTheOneOfTheBestExaminationMadeAsStrongAsItMayBe() {
        Path kept = folder.resolve("kept.safetensors");
        Examination best;
        try (var trainer = trainer("examined", OPTIONS.withExaminations(2))) {
            var heard = new ArrayList<Examination>();
            var listener = new TrainingListener() {
                @Override
                public void examined(Examination examination) {
                    heard.add(examination);
                }
            };
            trainer.trainUntil(6, listener, Cancellation.never());
            assertThat(heard).extracting(Examination::step).containsExactly(2, 4, 6);
            best = trainer.best().orElseThrow();
            assertThat(best.step()).isEqualTo(CheckpointChoice.best(heard).orElseThrow().step());
            trainer.save(kept);
        }
        SafetensorsFile stopped = SafetensorsFile.open(trained("stopped there", OPTIONS, best.step()));
        SafetensorsFile strong = SafetensorsFile.open(kept);
        assertThat(strong.tensors().keySet()).isEqualTo(stopped.tensors().keySet());
        for (String name : stopped.tensors().keySet()) {
            float[] wanted = stopped.floats(name);
            for (int i = 0; name.contains(".lora.up.") && i < wanted.length; i++) {
                wanted[i] *= best.strength();
            }
            assertThat(strong.floats(name)).as(name).isEqualTo(wanted);
        }
    }

    @Test
    void underALoraThatHasLearntNothingWordsMoveThePictureAsBefore() {
        var slow = new TrainingOptions("a photo of sks dog", "a photo of dog", 1, 1, 1, 2, 1e-9, 1, 7, 64, 0, 0, "")
                .withExaminations(1);
        try (var trainer = trainer("slow", slow)) {
            trainer.trainUntil(1, TrainingListener.NONE, Cancellation.never());
            assertThat(trainer.best().orElseThrow().following()).isCloseTo(1, within(1e-3f));
        }
    }

    @Test
    void aDamagedNewestCheckpointFallsBackToTheOneBefore() throws IOException {
        Path whole = trained("whole", OPTIONS.withSteps(5), 5);
        trained("damaged", OPTIONS.withSteps(5), 4);
        List<Path> checkpoints = checkpoints("damaged");
        assertThat(checkpoints).hasSize(2);
        Path newest = checkpoints.get(1);
        byte[] bytes = Files.readAllBytes(newest);
        bytes[bytes.length / 2] ^= 1;
        Files.write(newest, bytes);
        try (var trainer = trainer("damaged", OPTIONS.withSteps(5))) {
            assertThat(trainer.step()).isEqualTo(2);
            trainer.trainUntil(5, TrainingListener.NONE, Cancellation.never());
            trainer.save(folder.resolve("repaired.safetensors"));
        }
        assertThat(folder.resolve("repaired.safetensors")).hasSameBinaryContentAs(whole);
    }

    @Test
    void aCancelledTrainingStopsAtOnceAndLeavesTheLastCheckpoint() throws IOException {
        var cancellation = new Cancellation();
        var listener = new TrainingListener() {
            @Override
            public void step(int step, int steps, double loss, double learningRate) {
                if (step == 3) {
                    cancellation.cancel();
                }
            }
        };
        try (var trainer = trainer("cancelled", OPTIONS)) {
            assertThatThrownBy(() -> trainer.trainUntil(6, listener, cancellation)).isInstanceOf(CancelledException.class);
        }
        assertThat(checkpoints("cancelled")).singleElement().asString().endsWith("-000002.safetensors");
        try (var again = trainer("cancelled", OPTIONS)) {
            assertThat(again.step()).isEqualTo(2);
        }
    }

    @Test
    void theListenerHearsOfPreparationStepsAndSamples() {
        var heard = new ArrayList<String>();
        var listener = new TrainingListener() {
            @Override
            public void preparing(String what, double fraction) {
                heard.add(what + " " + fraction);
            }

            @Override
            public void step(int step, int steps, double loss, double learningRate) {
                assertThat(loss).isPositive().isFinite();
                heard.add(step + " of " + steps + " at " + learningRate);
            }

            @Override
            public void sample(int step, BufferedImage image) {
                heard.add("sample " + step + " " + image.getWidth());
            }
        };
        try (var trainer = trainer("listened", OPTIONS.withSteps(2).withSamples(2, "a photo of sks dog"))) {
            trainer.trainUntil(2, listener, Cancellation.never());
        }
        assertThat(heard).startsWith("class_images 0.0", "class_images 1.0", "photos 0.25")
                .endsWith("1 of 2 at 0.001", "2 of 2 at 0.001", "sample 2 64");
    }

    @Test
    void otherOptionsStartAnewAndMoreStepsDoNot() {
        trained("shared", OPTIONS.withSteps(2), 2);
        try (var longer = trainer("shared", OPTIONS.withSteps(9))) {
            assertThat(longer.step()).isEqualTo(2);
        }
        var other = new TrainingOptions("a photo of xyz dog", "a photo of dog", 1, 6, 1, 2, 1e-3, 1, 7, 64, 2, 0, "");
        try (var fresh = trainer("shared", other)) {
            assertThat(fresh.step()).isZero();
        }
    }

    @Test
    void theLoraChangesWhatTheModelPaintsAndNothingStaysOnTheModel() {
        var request = ImageRequest.of("a photo of sks dog").withSize(64, 64).withSteps(2);
        int[] before = paint(request);
        Path lora = trained("painted", new TrainingOptions("a photo of sks dog", null, 0, 4, 2, 2, 1e-2, 1, 7, 64, 0, 0, ""), 4);
        assertThat(paint(request)).isEqualTo(before);
        assertThat(paint(request.withLoras(List.of(new LoraUse(lora, 1))))).isNotEqualTo(before);
    }

    @Test
    void noArrayIsLeftBehind() {
        trained("warm", OPTIONS.withSteps(1), 1);
        int before = Torch.liveArrays();
        trained("counted", OPTIONS.withSteps(3), 3);
        assertThat(Torch.liveArrays()).isEqualTo(before);
    }

    @Test
    void noPhotosAndUnreadablePhotosAreRefused() {
        assertThatThrownBy(() -> new DreamBoothTrainer(model, List.of(), OPTIONS, folder)).isInstanceOf(ModelException.class);
        try (var trainer = new DreamBoothTrainer(model, List.of(Goldens.path("README.md")),
                new TrainingOptions("a", null, 0, 1, 1, 2, 1e-3, 1, 7, 64, 0, 0, ""), folder)) {
            assertThatThrownBy(() -> trainer.trainUntil(1, TrainingListener.NONE, Cancellation.never()))
                    .hasMessageContaining("README.md is no picture");
        }
    }

    private static int[] paint(ImageRequest request) {
        BufferedImage image = model.paint(request, StepListener.NONE, Cancellation.never()).image();
        return image.getRGB(0, 0, image.getWidth(), image.getHeight(), null, 0, image.getWidth());
    }

    private Path trainedAfterPainting(String name, int size, TrainingOptions options) {
        Path lora = folder.resolve(name + ".safetensors");
        try (var own = StableDiffusionXl.load(Goldens.tinySdxl())) {
            var request = ImageRequest.of("a dog").withSize(size, size).withSteps(1);
            own.paint(request, StepListener.NONE, Cancellation.never());
            try (var trainer = new DreamBoothTrainer(own, photos(), options, folder.resolve(name))) {
                trainer.trainUntil(options.steps(), TrainingListener.NONE, Cancellation.never());
                trainer.save(lora);
            }
        }
        return lora;
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
        return new DreamBoothTrainer(model, photos(), options, folder.resolve(name));
    }

    private static List<Path> photos() {
        return Stream.of("01", "02", "03", "04").map(photo -> Goldens.path("training/images/instance/" + photo + ".png"))
                .toList();
    }

    private List<Path> checkpoints(String name) throws IOException {
        try (var files = Files.list(folder.resolve(name))) {
            return files.filter(file -> file.toString().contains("-checkpoint-")).sorted().toList();
        }
    }
}
