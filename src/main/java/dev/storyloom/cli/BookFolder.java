package dev.storyloom.cli;

import dev.storyloom.storage.FolderBlobStore;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.List;

/**
 * Where a book goes. It is made in a hidden folder beside it and moved over when it is whole; {@code book.json} comes
 * last and marks that. What a stopped training left there is used by the next run.
 */
final class BookFolder {

    static final String LORA = "character.safetensors";
    static final String JSON = "book.json";
    static final String INDEX = "index.html";
    private static final String PICTURES = "page-*.png";

    private final Path folder;
    private final Path work;

    private BookFolder(Path folder, Path work) {
        this.folder = folder;
        this.work = work;
    }

    /** Refuses a folder that holds anything but an earlier book, so that nothing of somebody else's is replaced. */
    static BookFolder of(Path folder) throws IOException {
        Path at = folder.toAbsolutePath().normalize();
        if (Files.exists(at) && !Files.isDirectory(at)) {
            throw new CommandFailed("failed.not_a_folder", folder);
        }
        if (!DataFolder.writable(at)) {
            throw new CommandFailed("failed.not_allowed", folder);
        }
        if (Files.isDirectory(at) && !Files.exists(at.resolve(JSON)) && !isEmpty(at)) {
            throw new CommandFailed("make.out_in_use", folder);
        }
        return new BookFolder(at, at.resolveSibling("." + at.getFileName() + ".making"));
    }

    static String picture(int index) {
        return String.format("page-%02d.png", index + 1);
    }

    /** A file of the book while it is made. */
    Path work(String name) {
        return work.resolve(name);
    }

    /** Where the training keeps its checkpoints. */
    Path training() {
        return work.resolve("training");
    }

    Path index() {
        return folder.resolve(INDEX);
    }

    /** Clears what a stopped run painted; the training stays. */
    void begin() throws IOException {
        if (Files.isDirectory(work)) {
            for (Path old : pictures(work)) {
                Files.delete(old);
            }
        }
    }

    /** After a failure: keeps a training that has begun and says so, else leaves nothing behind. */
    boolean keepsTraining() {
        if (Training.hasBegun(training())) {
            return true;
        }
        FolderBlobStore.deleteTree(work);
        return false;
    }

    void publish(Book book) throws IOException {
        WholeFile.write(ReaderPage.of(book).getBytes(StandardCharsets.UTF_8), work(INDEX));
        WholeFile.write(Talk.json(book).getBytes(StandardCharsets.UTF_8), work(JSON));
        FolderBlobStore.deleteTree(training());
        if (!Files.exists(folder) || isEmpty(folder)) {
            Files.deleteIfExists(folder);
            Files.move(work, folder, StandardCopyOption.ATOMIC_MOVE);
            return;
        }
        Files.deleteIfExists(folder.resolve(JSON));
        for (Path old : pictures(folder)) {
            Files.delete(old);
        }
        List<Path> files = new ArrayList<>(pictures(work));
        files.addAll(List.of(work(LORA), work(INDEX), work(JSON)));
        for (Path file : files) {
            Files.move(file, folder.resolve(file.getFileName()), StandardCopyOption.REPLACE_EXISTING,
                    StandardCopyOption.ATOMIC_MOVE);
        }
        FolderBlobStore.deleteTree(work);
    }

    private static List<Path> pictures(Path folder) throws IOException {
        List<Path> pictures = new ArrayList<>();
        try (DirectoryStream<Path> files = Files.newDirectoryStream(folder, PICTURES)) {
            files.forEach(pictures::add);
        }
        return pictures;
    }

    private static boolean isEmpty(Path folder) throws IOException {
        try (var files = Files.list(folder)) {
            return files.findAny().isEmpty();
        }
    }
}
