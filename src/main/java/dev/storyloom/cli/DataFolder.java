package dev.storyloom.cli;

import java.nio.file.Files;
import java.nio.file.Path;

/** Where commands keep what they need again: the web application's data folder if one is named, else a cache. */
final class DataFolder {

    private DataFolder() {
    }

    /** The web application's data folder, as the configuration names it. */
    static Path serving() {
        String named = System.getProperty("storyloom.data-dir", System.getenv("STORYLOOM_DATA_DIR"));
        return Path.of(named == null ? "uploads" : named).toAbsolutePath().normalize();
    }

    static Path models() {
        if (System.getProperty("storyloom.data-dir", System.getenv("STORYLOOM_DATA_DIR")) != null) {
            return serving().resolve("models");
        }
        String cache = System.getenv("XDG_CACHE_HOME");
        Path base = cache == null || cache.isBlank() ? Path.of(System.getProperty("user.home"), ".cache") : Path.of(cache);
        return base.resolve("storyloom").resolve("models");
    }

    static boolean writable(Path folder) {
        Path at = folder;
        while (at != null && !Files.exists(at)) {
            at = at.getParent();
        }
        return at != null && Files.isDirectory(at) && Files.isWritable(at);
    }
}
