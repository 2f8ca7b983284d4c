package dev.storyloom.character;

import dev.storyloom.diffusion.pipeline.Cancellation;
import java.awt.image.BufferedImage;
import java.nio.file.Path;
import java.util.List;

/** A training that has been opened, perhaps at its newest checkpoint. */
interface Lesson extends AutoCloseable {

    int step();

    int steps();

    /** Trains on and leaves a checkpoint; throws CancelledException when cancelled. */
    void trainUntil(int step, Watcher watcher, Cancellation cancellation);

    /** Writes the LoRA, all or nothing. */
    void save(Path file);

    @Override
    void close();

    /** Opens lessons: the engine in the application, something quick in tests. */
    interface Teacher {
        Lesson open(Character character, List<Path> photos, Path folder);
    }

    /** Told how it goes. */
    interface Watcher {
        void preparing(String what, double fraction);

        void step(int step, int steps, double loss);

        void sample(int step, BufferedImage image);
    }
}
