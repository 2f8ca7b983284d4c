package dev.storyloom.admin;

import dev.storyloom.diffusion.DiffusionException;
import dev.storyloom.diffusion.ModelException;
import dev.storyloom.diffusion.pipeline.ModelSize;
import dev.storyloom.diffusion.weights.ModelFolder;
import dev.storyloom.rendering.PaintingModel;
import dev.storyloom.storage.BundledModel;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** The model that paints, and the others that lie in the data folder. */
@ApplicationScoped
class ModelShelf {
    private final PaintingModel painting;
    private final Optional<Path> configured;
    private final Path models;

    ModelShelf(PaintingModel painting, @ConfigProperty(name = "storyloom.model") Optional<Path> configured,
            @ConfigProperty(name = "storyloom.data-dir") Path data) {
        this.painting = painting;
        this.configured = configured.map(path -> path.toAbsolutePath().normalize());
        this.models = data.toAbsolutePath().normalize().resolve("models");
    }

    List<Model> all() {
        List<Model> all = new ArrayList<>();
        try {
            Path used = painting.folder().normalize();
            all.add(model(used, true));
            others(used).forEach(folder -> all.add(model(folder, false)));
        } catch (ModelException unusable) {
            all.add(new Model(configured.map(Path::toString).orElse(BundledModel.NAME), 0, 0, configured.isEmpty(), true, true));
        }
        return all;
    }

    private List<Path> others(Path used) {
        if (!Files.isDirectory(models)) {
            return List.of();
        }
        try (Stream<Path> folders = Files.list(models)) {
            return folders.filter(folder -> Files.isRegularFile(folder.resolve("model_index.json")))
                    .filter(folder -> !folder.equals(used)).sorted().toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Model model(Path folder, boolean used) {
        boolean bundled = folder.getFileName().toString().startsWith(BundledModel.NAME + "-");
        try {
            return new Model(folder.toString(), ModelSize.of(ModelFolder.open(folder)).weights(), bytes(folder), bundled, used,
                    false);
        } catch (DiffusionException unusable) {
            return new Model(folder.toString(), 0, bytes(folder), bundled, used, true);
        }
    }

    private static long bytes(Path folder) {
        if (!Files.isDirectory(folder)) {
            return 0;
        }
        try (Stream<Path> files = Files.walk(folder)) {
            return files.filter(Files::isRegularFile).mapToLong(file -> file.toFile().length()).sum();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** @param weights numbers in all parts together, 0 where the folder's configs do not tell */
    record Model(String folder, long weights, long bytes, boolean bundled, boolean used, boolean unusable) {
    }
}
