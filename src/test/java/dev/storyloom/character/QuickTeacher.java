package dev.storyloom.character;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.storyloom.diffusion.pipeline.Cancellation;
import jakarta.enterprise.inject.Alternative;
import jakarta.inject.Singleton;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Semaphore;
import java.util.stream.Stream;

/** Teaches nothing in thirty steps, with real checkpoints, samples and a real LoRA, at the pace that the test gives. */
@Alternative
@Singleton
public class QuickTeacher implements Lesson.Teacher {

    public static final int STEPS = 30;

    static final Path LORA =
            Path.of("src/test/resources/goldens/lora/lora_a_r4_alpha4/pytorch_lora_weights.safetensors");

    /** A permit for each step that may be made. */
    public final Semaphore steps = new Semaphore(0);

    volatile int photos;

    @Override
    public Lesson open(Character character, List<Path> photoFiles, Path folder) {
        photos = photoFiles.size();
        Path checkpoint = folder.resolve("checkpoint");
        return new Lesson() {
            private int step = read(checkpoint);

            @Override
            public int step() {
                return step;
            }

            @Override
            public int steps() {
                return STEPS;
            }

            @Override
            public void trainUntil(int until, Watcher watcher, Cancellation cancellation) {
                watcher.preparing("photos", 1);
                for (int at = step + 1; at <= until; at++) {
                    steps.acquireUninterruptibly();
                    cancellation.check();
                    watcher.step(at, STEPS, 1.0 / at);
                    if (at % 10 == 0) {
                        watcher.likeness(at, at / 100.0);
                        watcher.sample(at, new BufferedImage(64, 64, BufferedImage.TYPE_INT_RGB));
                    }
                }
                step = until;
                write(checkpoint, Integer.toString(step).getBytes(UTF_8));
            }

            @Override
            public void save(Path file) {
                write(file, lora());
            }

            @Override
            public List<State> states(Cancellation cancellation) {
                return Stream.of(20, 10, 30).map(at -> {
                    Path file = folder.resolve("examined").resolve(at + ".safetensors");
                    write(file, at == 20 ? lora() : ("a LoRA of step " + at).getBytes(UTF_8));
                    return new State(at, file, new BufferedImage(64, 64, BufferedImage.TYPE_INT_RGB));
                }).toList();
            }

            @Override
            public void close() {
                // nothing is held
            }
        };
    }

    private static int read(Path checkpoint) {
        try {
            return Files.exists(checkpoint) ? Integer.parseInt(Files.readString(checkpoint)) : 0;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static byte[] lora() {
        try {
            return Files.readAllBytes(LORA);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void write(Path file, byte[] bytes) {
        try {
            Files.createDirectories(file.getParent());
            Files.write(file, bytes);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
