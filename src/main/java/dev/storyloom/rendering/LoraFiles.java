package dev.storyloom.rendering;

import dev.storyloom.character.Character;
import dev.storyloom.storage.BlobStore;
import dev.storyloom.story.Hero;
import dev.storyloom.story.StoryStyle;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.security.DigestInputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Finds the LoRAs of trained characters, and those that the model brings for styles; a file's hash is worked out once for
 * each of its versions.
 */
@ApplicationScoped
class LoraFiles {
    private final BlobStore blobs;
    private final PaintingModel model;
    private final Map<Path, Known> known = new ConcurrentHashMap<>();

    LoraFiles(BlobStore blobs, PaintingModel model) {
        this.blobs = blobs;
        this.model = model;
    }

    Optional<HeroLora> of(Hero hero) {
        var file = blobs.path(Character.loraKey(hero.id()));
        return Files.isRegularFile(file) ? Optional.of(new HeroLora(file, sha256(file), hero.word())) : Optional.empty();
    }

    /** Nothing where the model brings none for this style: then its words alone must do. */
    Optional<StyleLora> of(StoryStyle style) {
        var file = style.adapter(model.folder());
        return Files.isRegularFile(file) ? Optional.of(new StyleLora(file, sha256(file))) : Optional.empty();
    }

    private String sha256(Path file) {
        try {
            var changed = Files.getLastModifiedTime(file);
            var size = Files.size(file);
            return known.compute(file, (path, before) -> before != null && before.changed.equals(changed)
                    && before.size == size ? before : new Known(changed, size, hash(path))).sha256;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String hash(Path file) {
        try (var in = new DigestInputStream(Files.newInputStream(file), MessageDigest.getInstance("SHA-256"))) {
            in.transferTo(OutputStream.nullOutputStream());
            return HexFormat.of().formatHex(in.getMessageDigest().digest());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (NoSuchAlgorithmException everyJavaHasIt) {
            throw new IllegalStateException(everyJavaHasIt);
        }
    }

    private record Known(FileTime changed, long size, String sha256) {
    }
}
