package dev.storyloom.cli;

import java.nio.file.Files;
import java.nio.file.Path;

/** Looks at where the result shall go before the work begins, not after it. */
final class Outputs {

    private Outputs() {
    }

    static void check(Path file) {
        if (Files.isDirectory(file)) {
            throw new CommandFailed("failed.out_is_folder", file);
        }
        if (!DataFolder.writable(file.toAbsolutePath().getParent())) {
            throw new CommandFailed("failed.not_allowed", file);
        }
    }
}
