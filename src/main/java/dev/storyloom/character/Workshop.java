package dev.storyloom.character;

import dev.storyloom.storage.FolderBlobStore;
import jakarta.enterprise.context.ApplicationScoped;
import java.nio.file.Path;
import java.util.UUID;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** The folders where trainings keep their checkpoints: one for each character, in it one for each job. */
@ApplicationScoped
class Workshop {

    private final Path root;

    Workshop(@ConfigProperty(name = "storyloom.data-dir") Path dataDir) {
        this.root = dataDir.toAbsolutePath().normalize().resolve("work");
    }

    Path bench(UUID characterId, UUID jobId) {
        return root.resolve(characterId.toString()).resolve(jobId.toString());
    }

    /** Removes everything that trainings of the character left, and returns the number of files. */
    int clear(UUID characterId) {
        return FolderBlobStore.deleteTree(root.resolve(characterId.toString()));
    }
}
