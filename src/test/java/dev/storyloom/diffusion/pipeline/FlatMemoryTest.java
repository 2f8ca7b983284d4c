package dev.storyloom.diffusion.pipeline;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.storyloom.diffusion.CancelledException;
import dev.storyloom.diffusion.tensor.Torch;
import dev.storyloom.diffusion.training.DreamBoothTrainer;
import dev.storyloom.diffusion.training.TrainingListener;
import dev.storyloom.diffusion.training.TrainingOptions;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.locks.LockSupport;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A server paints for months: what a page takes, it must give back. */
class FlatMemoryTest {
    private static final Path TINY = Path.of("src/test/resources/goldens/tiny-sdxl");
    private static final Path LORA = Path.of("src/test/resources/goldens/lora/lora_a_r4_alpha4/pytorch_lora_weights.safetensors");
    private static final Path STATUS = Path.of("/proc/self/status");

    @BeforeAll
    static void oneThread() {
        Torch.setThreads(1);
    }

    @Test
    void twoHundredPagesLeaveMemoryWhereItWasAfterTheFirstTwenty() throws IOException {
        assumeTrue(Files.exists(STATUS), "needs /proc");
        try (var sdxl = StableDiffusionXl.load(TINY)) {
            paint(sdxl, 0, 20);
            int arrays = Torch.liveArrays();
            long before = anonymousKilobytes();
            paint(sdxl, 20, 200);
            assertThat(Torch.liveArrays()).isEqualTo(arrays);
            // The compiler and the heap still take some; of a leak, 180 kB a page would show: a fifth of its latents and
            // activations.
            assertThat(anonymousKilobytes() - before).isLessThan(32 * 1024);
        }
    }

    @Test
    void hundredsOfStepsOfAPictureTakeNoMoreThanOne(@TempDir Path folder) throws IOException {
        assumeTrue(Files.exists(STATUS), "needs /proc");
        try (var sdxl = StableDiffusionXl.load(SmallModel.in(folder.resolve("model")))) {
            var request = ImageRequest.of("a fox").withSteps(400).withGuidanceScale(1);
            long[] after = new long[401];
            int[] arrays = new int[401];
            sdxl.paint(request, (step, steps) -> {
                arrays[step] = Torch.liveArrays();
                after[step] = step % 100 == 0 ? anonymousKilobytes() : 0;
            }, Cancellation.never());
            assertThat(arrays[400]).isEqualTo(arrays[1]);
            assertThat(after[400] - after[100]).isLessThan(5 * 1024);
        }
    }

    @Test
    void theLastHundredStepsOfATrainingTakeNoMoreMemoryThanThoseBefore(@TempDir Path folder) throws IOException {
        assumeTrue(Files.exists(STATUS), "needs /proc");
        Path photo = Path.of("src/test/resources/goldens/training/images/instance/01.png");
        var options = new TrainingOptions("a photo of sks fox", null, 0, 300, 1, 2, 1e-4, 1, 7, 8, 0, 0, "");
        try (var sdxl = StableDiffusionXl.load(SmallModel.in(folder.resolve("model")));
                var trainer = new DreamBoothTrainer(sdxl, List.of(photo), options, folder.resolve("training"))) {
            trainer.trainUntil(30, TrainingListener.NONE, Cancellation.never());
            int arrays = Torch.liveArrays();
            long[] after = new long[11];
            for (int tens = 4; tens <= 10; tens++) {
                trainer.trainUntil(30 * tens, TrainingListener.NONE, Cancellation.never());
                assertThat(Torch.liveArrays()).isEqualTo(arrays);
                after[tens] = anonymousKilobytes();
            }
            // The compiler and the heap take what they need once, on some machines only after a hundred steps; a leak
            // goes on with every step: 180 kB of one would show in these 90.
            assertThat(Math.min(after[9], after[10]) - Math.max(after[6], after[7])).isLessThan(16 * 1024);
        }
    }

    @Test
    void aCancelledPageLeavesNoArrayBehind() {
        try (var sdxl = StableDiffusionXl.load(TINY)) {
            paint(sdxl, 0, 1);
            int arrays = Torch.liveArrays();
            var cancellation = Cancellation.never();
            StepListener cancelAtTwo = (step, steps) -> {
                if (step == 2) {
                    cancellation.cancel();
                }
            };
            assertThatThrownBy(
                            () -> sdxl.paint(ImageRequest.of("a fox").withSteps(4), cancelAtTwo, cancellation))
                    .isInstanceOf(CancelledException.class);
            assertThat(Torch.liveArrays()).isEqualTo(arrays);
        }
    }

    @Test
    void theSameSeedGivesTheSameBytesTwice() {
        try (var sdxl = StableDiffusionXl.load(TINY)) {
            var request = ImageRequest.of("a fox in the snow").withSteps(4).withSeed(7).withLoras(List.of(new LoraUse(LORA, 1)));
            var first = sdxl.paint(request, StepListener.NONE, Cancellation.never()).image();
            var second = sdxl.paint(request, StepListener.NONE, Cancellation.never()).image();
            var without = sdxl.paint(request.withLoras(List.of()), StepListener.NONE, Cancellation.never()).image();
            assertThat(pixels(second)).isEqualTo(pixels(first));
            assertThat(pixels(without)).isNotEqualTo(pixels(first));
        }
    }

    private static int[] pixels(BufferedImage image) {
        return image.getRGB(0, 0, image.getWidth(), image.getHeight(), null, 0, image.getWidth());
    }

    private static void paint(StableDiffusionXl sdxl, int from, int to) {
        for (int seed = from; seed < to; seed++) {
            var request = ImageRequest.of("a fox in the snow at night").withSteps(1).withSeed(seed);
            sdxl.paint(request.withLoras(List.of(new LoraUse(LORA, 0.8))), StepListener.NONE, Cancellation.never());
        }
    }

    private static long anonymousKilobytes() {
        System.gc();
        // The collector hands its emptied regions back a tenth of a second later, from a thread of its own (JDK-8236926).
        LockSupport.parkNanos(Duration.ofMillis(300).toNanos());
        try (var lines = Files.lines(STATUS)) {
            return lines.filter(line -> line.startsWith("RssAnon:"))
                    .mapToLong(line -> Long.parseLong(line.replaceAll("\\D", "")))
                    .findFirst()
                    .orElseThrow();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
