package dev.storyloom.storage;

import dev.storyloom.diffusion.ModelException;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.security.DigestInputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.UUID;

/**
 * Unpacks storyloom-mini, which travels inside the program, to a folder that the engine can map into memory. The
 * folder's name ends with the hash of its contents and it appears all at once, so what is there is whole; it is
 * compared at each start nevertheless and made anew where a disk has spoilt it.
 */
public final class BundledModel {

    public static final String NAME = "storyloom-mini";
    private static final String ROOT = "models/" + NAME + "/";
    /** Names every file of the model, one a line. */
    private static final String INDEX = ROOT + "files.txt";

    private final Path models;

    /** Unpacks below the folder {@code models}. */
    public BundledModel(Path models) {
        this.models = models.toAbsolutePath().normalize();
    }

    /** The model's folder. Throws ModelException where it could not be made. */
    public Path unpack() {
        try {
            List<String> files = index();
            String wanted = digest(files, file -> resource(ROOT + file));
            Path folder = models.resolve(NAME + "-" + wanted.substring(0, 12));
            if (!isWhole(folder, files, wanted)) {
                FolderBlobStore.deleteTree(folder);
                Files.createDirectories(models);
                Path beside = models.resolve(".unpacking-" + UUID.randomUUID());
                try {
                    copy(files, beside);
                    Files.move(beside, folder, StandardCopyOption.ATOMIC_MOVE);
                } finally {
                    FolderBlobStore.deleteTree(beside);
                }
            }
            return folder;
        } catch (IOException e) {
            throw new ModelException("model_missing", "The bundled model could not be unpacked to " + models + ".", e);
        }
    }

    private static List<String> index() throws IOException {
        try (var lines = new BufferedReader(new InputStreamReader(resource(INDEX), StandardCharsets.UTF_8))) {
            return lines.lines().map(String::strip).filter(line -> !line.isEmpty()).toList();
        }
    }

    private static boolean isWhole(Path folder, List<String> files, String wanted) throws IOException {
        for (String file : files) {
            if (!Files.isRegularFile(folder.resolve(file))) {
                return false;
            }
        }
        return digest(files, file -> Files.newInputStream(folder.resolve(file))).equals(wanted);
    }

    private static void copy(List<String> files, Path folder) throws IOException {
        for (String file : files) {
            Path target = folder.resolve(file).normalize();
            if (!target.startsWith(folder)) {
                throw new IOException("The model's index names a file outside of it");
            }
            Files.createDirectories(target.getParent());
            try (InputStream in = resource(ROOT + file)) {
                Files.copy(in, target);
            }
            try (FileChannel channel = FileChannel.open(target, StandardOpenOption.WRITE)) {
                channel.force(true);
            }
        }
    }

    private static InputStream resource(String name) {
        InputStream in = BundledModel.class.getClassLoader().getResourceAsStream(name);
        if (in == null) {
            throw new ModelException("model_missing", "This build of Storyloom carries no model (" + name
                    + " is not there). Set storyloom.model to a model folder.");
        }
        return in;
    }

    private static String digest(List<String> files, Source source) throws IOException {
        try {
            MessageDigest sha = MessageDigest.getInstance("SHA-256");
            for (String file : files) {
                sha.update(file.getBytes(StandardCharsets.UTF_8));
                try (var in = new DigestInputStream(source.open(file), sha)) {
                    in.transferTo(OutputStream.nullOutputStream());
                }
            }
            return HexFormat.of().formatHex(sha.digest());
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every Java has SHA-256", e);
        }
    }

    /** Where the bytes of a file of the model come from. */
    private interface Source {
        InputStream open(String file) throws IOException;
    }
}
