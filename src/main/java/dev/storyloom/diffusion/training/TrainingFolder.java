package dev.storyloom.diffusion.training;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

import dev.storyloom.diffusion.weights.SafetensorsFile;

/** Where one training keeps what an interruption must not lose. Files of other trainings in it are left unread. */
final class TrainingFolder {

    private static final int KEPT = 2;

    private final Path folder;
    private final String run;

    /** {@code run}: the training's {@link RunId}. */
    TrainingFolder(Path folder, String run) {
        this.folder = folder;
        this.run = run;
    }

    record Checkpoint(int step, SafetensorsFile tensors) {
    }

    Path file(String name) {
        return folder.resolve(run + "-" + name);
    }

    Path checkpoint(int step) {
        return file(String.format(Locale.ROOT, "checkpoint-%06d.safetensors", step));
    }

    /** The newest that is whole. */
    Optional<Checkpoint> newest() {
        for (Path file : checkpoints()) {
            Optional<SafetensorsFile> tensors = SealedFile.read(file);
            if (tensors.isPresent()) {
                String step = file.getFileName().toString().replaceAll(".*-(\\d+)\\.safetensors", "$1");
                return Optional.of(new Checkpoint(Integer.parseInt(step), tensors.get()));
            }
        }
        return Optional.empty();
    }

    /** Deletes all checkpoints but the newest two. */
    void prune() {
        checkpoints().stream().skip(KEPT).forEach(TrainingFolder::delete);
    }

    /** Newest first. */
    private List<Path> checkpoints() {
        if (!Files.isDirectory(folder)) {
            return List.of();
        }
        try (var files = Files.list(folder)) {
            return files.filter(file -> file.getFileName().toString().matches(run + "-checkpoint-\\d+\\.safetensors"))
                    .sorted(Comparator.reverseOrder()).toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static void delete(Path file) {
        try {
            Files.deleteIfExists(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
