package dev.storyloom.admin;

import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** How much of the disk the data folder takes, by kind; counted at most once a minute, for it visits every file. */
@ApplicationScoped
class DiskUse {
    private static final Duration FRESH = Duration.ofMinutes(1);

    private final Path data;
    private final Clock clock;
    private Sheet counted;

    DiskUse(@ConfigProperty(name = "storyloom.data-dir") Path data, Clock clock) {
        this.data = data.toAbsolutePath().normalize();
        this.clock = clock;
    }

    synchronized Sheet sheet() {
        Instant now = clock.instant();
        if (counted == null || counted.at().isBefore(now.minus(FRESH))) {
            counted = count(now);
        }
        return counted;
    }

    private Sheet count(Instant now) {
        Map<Kind, Long> bytes = new EnumMap<>(Kind.class);
        try {
            Files.createDirectories(data);
            Files.walkFileTree(data, new SimpleFileVisitor<>() {
                @Override
                public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) {
                    bytes.merge(Kind.of(data.relativize(file)), attributes.size(), Long::sum);
                    return FileVisitResult.CONTINUE;
                }

                /** Files come and go while they are counted. */
                @Override
                public FileVisitResult visitFileFailed(Path file, IOException gone) {
                    return FileVisitResult.CONTINUE;
                }

                @Override
                public FileVisitResult postVisitDirectory(Path folder, IOException gone) {
                    return FileVisitResult.CONTINUE;
                }
            });
            return new Sheet(data.toString(), Arrays.stream(Kind.values())
                    .map(kind -> new Share(kind, bytes.getOrDefault(kind, 0L))).toList(),
                    Files.getFileStore(data).getUsableSpace(), now);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** What a file of the data folder is, told by where it lies. */
    enum Kind {
        PHOTOS, LORAS, PICTURES, DATABASE, MODELS, OTHER;

        static Kind of(Path file) {
            String path = file.toString().replace('\\', '/');
            if (path.matches("blobs/characters/[^/]+/photos/.*")) {
                return PHOTOS;
            }
            if (path.startsWith("work/") || path.matches("blobs/characters/.*\\.safetensors")) {
                return LORAS;
            }
            if (path.startsWith("blobs/")) {
                return PICTURES;
            }
            return path.startsWith("db/") ? DATABASE : path.startsWith("models/") ? MODELS : OTHER;
        }
    }

    record Share(Kind kind, long bytes) {
    }

    record Sheet(String folder, List<Share> shares, long free, Instant at) {
    }
}
