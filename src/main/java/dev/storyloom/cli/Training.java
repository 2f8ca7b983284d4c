package dev.storyloom.cli;

import dev.storyloom.diffusion.pipeline.Cancellation;
import dev.storyloom.diffusion.pipeline.StableDiffusionXl;
import dev.storyloom.diffusion.training.DreamBoothTrainer;
import dev.storyloom.diffusion.training.Examination;
import dev.storyloom.diffusion.training.TrainingListener;
import dev.storyloom.diffusion.training.TrainingOptions;
import dev.storyloom.storage.PreparedPhoto;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/** Trains to the end and writes the LoRA; what a run before left in its folder is gone on from. */
final class Training {

    private static final int PREPARING = 100;
    private static final String CHECKPOINTS = "checkpoints";

    private final StableDiffusionXl model;
    private final TrainingOptions options;
    private final Path folder;

    /** {@code folder} holds the photos and checkpoints of this training alone; who runs it removes it. */
    Training(StableDiffusionXl model, TrainingOptions options, Path folder) {
        this.model = model;
        this.options = options;
        this.folder = folder;
    }

    /** Is there something in {@code folder} that a next run can go on from? */
    static boolean hasBegun(Path folder) {
        try (var checkpoints = Files.newDirectoryStream(folder.resolve(CHECKPOINTS))) {
            return checkpoints.iterator().hasNext();
        } catch (IOException none) {
            return false;
        }
    }

    /** Returns what is known of the LoRA that was kept; nothing where none was examined. */
    Optional<Examination> run(List<PreparedPhoto> photos, Path lora, Progress progress) throws IOException {
        List<Path> files = PhotoFolder.write(photos, folder.resolve("photos"));
        try (var trainer = new DreamBoothTrainer(model, files, options, folder.resolve(CHECKPOINTS))) {
            trainer.trainUntil(trainer.steps(), listener(progress), Cancellation.never());
            trainer.save(lora);
            return trainer.best();
        }
    }

    private static TrainingListener listener(Progress progress) {
        return new TrainingListener() {
            private String preparing;
            private boolean training;

            @Override
            public void preparing(String what, double fraction) {
                if (!what.equals(preparing)) {
                    progress.begin(Words.find("progress." + what).orElse(what), PREPARING);
                    preparing = what;
                }
                progress.step((int) Math.round(fraction * PREPARING), "");
            }

            @Override
            public void step(int step, int steps, double loss, double learningRate) {
                if (!training) {
                    progress.begin(Words.say("progress.training"), steps);
                    training = true;
                }
                progress.step(step, Words.say("progress.loss", String.format("%.3f", loss)));
            }
        };
    }
}
