package dev.storyloom.storage;

import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.io.InputStream;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** Blobs as files in a folder: written beside, synced, then renamed, so that a crash leaves the old bytes or the new. */
@ApplicationScoped
public class FolderBlobStore implements BlobStore {

    private static final Pattern KEY = Pattern.compile("[a-z0-9-]+(/[a-z0-9-]+)*(\\.[a-z0-9]+)?");
    private static final int LONGEST_KEY = 200;

    private final Path root;

    FolderBlobStore(@ConfigProperty(name = "storyloom.data-dir") Path dataDir) {
        this.root = dataDir.toAbsolutePath().normalize().resolve("blobs");
    }

    @Override
    public void put(String key, InputStream bytes) {
        Path target = path(key);
        Path beside = target.resolveSibling(".tmp-" + UUID.randomUUID());
        try {
            Files.createDirectories(target.getParent());
            try {
                Files.copy(bytes, beside);
                sync(beside, StandardOpenOption.WRITE);
                Files.move(beside, target, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
            } finally {
                Files.deleteIfExists(beside);
            }
            sync(target.getParent(), StandardOpenOption.READ);
        } catch (IOException e) {
            throw new StorageFailure("Cannot store " + key, e);
        }
    }

    @Override
    public Optional<InputStream> open(String key) {
        try {
            return Optional.of(Files.newInputStream(path(key)));
        } catch (NoSuchFileException absent) {
            return Optional.empty();
        } catch (IOException e) {
            throw new StorageFailure("Cannot read " + key, e);
        }
    }

    @Override
    public Path path(String key) {
        if (key.length() > LONGEST_KEY || !KEY.matcher(key).matches()) {
            throw new IllegalArgumentException("Not a blob key");
        }
        Path path = root.resolve(key).normalize();
        if (!path.startsWith(root)) {
            throw new IllegalArgumentException("Not a blob key");
        }
        return path;
    }

    @Override
    public void delete(String key) {
        try {
            Files.deleteIfExists(path(key));
        } catch (IOException e) {
            throw new StorageFailure("Cannot delete " + key, e);
        }
    }

    @Override
    public int deleteAll(String prefix) {
        return deleteTree(path(prefix));
    }

    /** Deletes a folder with all it holds and returns the number of files; links are removed, never followed. */
    public static int deleteTree(Path folder) {
        if (!Files.exists(folder)) {
            return 0;
        }
        try (Stream<Path> below = Files.walk(folder)) {
            List<Path> deepestFirst = below.sorted(Comparator.reverseOrder()).toList();
            int files = 0;
            for (Path path : deepestFirst) {
                files += Files.isDirectory(path) ? 0 : 1;
                Files.deleteIfExists(path);
            }
            return files;
        } catch (IOException e) {
            throw new StorageFailure("Cannot delete a folder", e);
        }
    }

    private static void sync(Path path, StandardOpenOption how) throws IOException {
        try (FileChannel channel = FileChannel.open(path, how)) {
            channel.force(true);
        }
    }
}
