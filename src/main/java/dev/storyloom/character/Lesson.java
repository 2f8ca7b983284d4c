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

    /** At the end: what there is to choose from, the LoRA that {@link #save} writes first; none where nothing is. */
    default List<State> states(Cancellation cancellation) {
        return List.of();
    }

    /** How the character was known after some steps: the LoRA's file, and a picture that it makes. */
    record State(int step, Path lora, BufferedImage picture) {
    }

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

        /** {@code nearer}: what share of the painter's error on the photos is gone; less than 0 where it grew. */
        void likeness(int step, double nearer);
    }
}
