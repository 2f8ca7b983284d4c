package dev.storyloom.cli;

import dev.storyloom.storage.PhotoIntake;
import dev.storyloom.storage.PhotoReasons;
import dev.storyloom.storage.PhotoRefused;
import dev.storyloom.storage.PreparedPhoto;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/** Takes a folder of photos through the same door as uploaded ones: checked, upright, without metadata. */
final class PhotoFolder {

    static final int FEWEST = 3;

    private PhotoFolder() {
    }

    /** In the order of their names; a file that is no photo stops the work before it begins. */
    static List<PreparedPhoto> read(Path folder) throws IOException {
        if (!Files.isDirectory(folder)) {
            throw new CommandFailed("photos.no_folder", folder);
        }
        return read(files(folder));
    }

    static List<PreparedPhoto> read(List<Path> files) {
        var intake = new PhotoIntake();
        List<PreparedPhoto> photos = new ArrayList<>();
        Set<String> seen = new HashSet<>();
        for (Path file : files) {
            PreparedPhoto photo = prepare(intake, file);
            if (seen.add(photo.digest())) {
                photos.add(photo);
            }
        }
        if (photos.size() < FEWEST) {
            throw new CommandFailed("photos.too_few", FEWEST, photos.size());
        }
        if (photos.size() > PhotoReasons.MOST_PHOTOS) {
            throw new CommandFailed("photos.too_many", PhotoReasons.MOST_PHOTOS, photos.size());
        }
        return photos;
    }

    /** Lays the checked photos out for the trainer. */
    static List<Path> write(List<PreparedPhoto> photos, Path folder) throws IOException {
        List<Path> files = new ArrayList<>();
        for (int i = 0; i < photos.size(); i++) {
            Path file = folder.resolve(String.format("photo-%02d.jpg", i + 1));
            WholeFile.write(photos.get(i).jpeg(), file);
            files.add(file);
        }
        return files;
    }

    private static PreparedPhoto prepare(PhotoIntake intake, Path file) {
        try {
            return intake.prepare(file);
        } catch (PhotoRefused refused) {
            throw new CommandFailed(refused, "photos.refused", file.getFileName(), PhotoWords.say(refused.reason()));
        }
    }

    private static List<Path> files(Path folder) throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.filter(Files::isRegularFile).filter(file -> !file.getFileName().toString().startsWith("."))
                    .sorted().toList();
        }
    }
}
