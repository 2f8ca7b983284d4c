package dev.storyloom.program;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A training that is killed without warning, twice, ends with the same LoRA as one that nobody disturbed. */
class KillAndResumeIT {

    private static final int STEPS = 60;
    private static final Pattern CHECKPOINT = Pattern.compile(".*checkpoint-(\\d+)\\.safetensors");

    @TempDir
    Path folder;

    @Test
    void aKilledTrainingEndsAsIfNothingHadHappened() throws Exception {
        long seed = Long.getLong("storyloom.kill-seed", System.nanoTime());
        System.out.println("KillAndResumeIT: -Dstoryloom.kill-seed=" + seed);
        var random = new Random(seed);
        Path photos = folder.resolve("photos");
        Program.photos(photos, 3);
        Path undisturbed = folder.resolve("undisturbed.safetensors");
        Path killed = folder.resolve("killed.safetensors");

        finish(train(photos, undisturbed));
        int first = 2 + random.nextInt(STEPS / 2 - 2);
        kill(train(photos, killed), killed, first, random);
        kill(train(photos, killed), killed, first + 2 + random.nextInt(STEPS / 3), random);
        assertThat(killed).doesNotExist();
        finish(train(photos, killed));

        assertThat(killed).hasSameBinaryContentAs(undisturbed);
        try (var left = Files.list(folder)) {
            assertThat(left.map(Path::getFileName).map(Path::toString)).containsExactlyInAnyOrder("photos",
                    "undisturbed.safetensors", "killed.safetensors", "log.txt");
        }
    }

    private Process train(Path photos, Path out) throws IOException {
        return Program.start(folder.resolve("log.txt"), Map.of(), "train", "--model", Program.tinyModel().toString(),
                "--photos", photos.toString(), "--class", "fox", "--steps", String.valueOf(STEPS), "--rank", "2",
                "--class-images", "2", "--checkpoint-every", "2", "--threads", "1", "--out", out.toString());
    }

    private void finish(Process training) throws Exception {
        assertThat(training.waitFor(10, TimeUnit.MINUTES)).isTrue();
        assertThat(training.exitValue()).as(Files.readString(folder.resolve("log.txt"))).isZero();
    }

    /** kill -9, some moments after the checkpoint of {@code step} has appeared. */
    private void kill(Process training, Path out, int step, Random random) throws Exception {
        while (newestCheckpoint(out) < step) {
            assertThat(training.isAlive()).as(Files.readString(folder.resolve("log.txt"))).isTrue();
            Thread.sleep(5);
        }
        Thread.sleep(random.nextInt(60));
        assertThat(training.isAlive()).as("training still runs when it is killed").isTrue();
        training.destroyForcibly();
        assertThat(training.waitFor(1, TimeUnit.MINUTES)).isTrue();
        assertThat(training.exitValue()).isNotZero();
    }

    private static int newestCheckpoint(Path out) throws IOException {
        Path checkpoints = out.resolveSibling("." + out.getFileName() + ".training").resolve("checkpoints");
        if (!Files.isDirectory(checkpoints)) {
            return 0;
        }
        try (var files = Files.list(checkpoints)) {
            return files.map(file -> CHECKPOINT.matcher(file.getFileName().toString())).filter(Matcher::matches)
                    .mapToInt(name -> Integer.parseInt(name.group(1))).max().orElse(0);
        }
    }
}
