package dev.storyloom.character;

import static org.assertj.core.api.Assertions.assertThat;

import dev.storyloom.diffusion.pipeline.Cancellation;
import dev.storyloom.rendering.PaintingModel;
import dev.storyloom.storage.Pictures;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.OptionalInt;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The engine itself as a teacher, on a tiny model. */
@QuarkusTest
class DreamBoothTeacherTest {
    private static final int STEPS = 6;

    @Inject
    PaintingModel model;

    @TempDir
    Path folder;

    @Test
    void aTrainingInTwoPiecesLeavesStatesToChooseFromAndTheFirstIsTheOneThatItEndsWith() throws IOException {
        try (var lesson = open()) {
            lesson.trainUntil(3, new Quiet(), Cancellation.never());
        }
        try (var lesson = open()) {
            lesson.trainUntil(STEPS, new Quiet(), Cancellation.never());
            var file = folder.resolve("lora.safetensors");
            lesson.save(file);
            var states = lesson.states(Cancellation.never());
            assertThat(states).hasSize(4);
            assertThat(Files.mismatch(states.get(0).lora(), file)).as("first difference").isEqualTo(-1);
            assertThat(states).extracting(state -> Files.size(state.lora())).containsOnly(Files.size(file));
            assertThat(states).extracting(Lesson.State::step).doesNotHaveDuplicates();
            assertThat(states).allMatch(state -> state.picture().getWidth() > 0);
        }
    }

    private Lesson open() throws IOException {
        var character = new Character();
        character.token = "sks";
        character.classNoun = "fox";
        return new DreamBoothTeacher(model, new SixSteps()).open(character, photos(), folder.resolve("bench"));
    }

    private List<Path> photos() throws IOException {
        var files = Stream.of("one.jpg", "two.jpg").map(folder::resolve).toList();
        for (var file : files) {
            Files.write(file, Pictures.jpeg(96, 96 + files.indexOf(file)));
        }
        return files;
    }

    private record SixSteps() implements TrainingConfig {
        @Override
        public OptionalInt steps() {
            return OptionalInt.of(STEPS);
        }

        @Override
        public OptionalInt classImages() {
            return OptionalInt.empty();
        }
    }

    private record Quiet() implements Lesson.Watcher {
        @Override
        public void preparing(String what, double fraction) {
            // nobody watches
        }

        @Override
        public void step(int step, int steps, double loss) {
            // nobody watches
        }

        @Override
        public void sample(int step, BufferedImage image) {
            // nobody watches
        }

        @Override
        public void likeness(int step, double nearer) {
            // nobody watches
        }
    }
}
