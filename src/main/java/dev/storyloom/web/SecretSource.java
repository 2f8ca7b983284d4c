package dev.storyloom.web;

import io.smallrye.config.ConfigSourceContext;
import io.smallrye.config.ConfigSourceFactory;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.eclipse.microprofile.config.spi.ConfigSource;

/**
 * Gives the configuration two values that cannot stand in a file of the repository: the key that signs forgery tokens,
 * made at the first start and kept in the data folder, and {@code storyloom.data-path}, the data folder made absolute.
 */
public final class SecretSource implements ConfigSourceFactory {
    static final String SIGNATURE_KEY = "quarkus.rest-csrf.token-signature-key";
    static final String DATA_PATH = "storyloom.data-path";

    @Override
    public Iterable<ConfigSource> getConfigSources(ConfigSourceContext context) {
        String configured = context.getValue("storyloom.data-dir").getValue();
        return List.of(new Source(Path.of(configured == null ? "uploads" : configured).toAbsolutePath().normalize()));
    }

    /** Names no properties, so that the build cannot write this machine's key or folder into the program. */
    private record Source(Path data) implements ConfigSource {
        @Override
        public String getValue(String name) {
            return switch (name) {
                case SIGNATURE_KEY -> key(data.resolve("secrets").resolve("csrf.key"));
                case DATA_PATH -> data.toString();
                default -> null;
            };
        }

        @Override
        public int getOrdinal() {
            return 50;
        }

        @Override
        public String getName() {
            return "Storyloom's data folder";
        }

        @Override
        public Set<String> getPropertyNames() {
            return Set.of();
        }

        @Override
        public Map<String, String> getProperties() {
            return Map.of();
        }
    }

    private static String key(Path file) {
        try {
            if (!Files.exists(file)) {
                Files.createDirectories(file.getParent());
                byte[] random = new byte[48];
                new SecureRandom().nextBytes(random);
                create(file, Base64.getUrlEncoder().withoutPadding().encodeToString(random));
            }
            return Files.readString(file).strip();
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot keep the signing key in " + file, e);
        }
    }

    private static void create(Path file, String key) throws IOException {
        try {
            if (file.getFileSystem().supportedFileAttributeViews().contains("posix")) {
                Files.createFile(file, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
                Files.writeString(file, key, StandardOpenOption.WRITE);
            } else {
                Files.writeString(file, key, StandardOpenOption.CREATE_NEW);
            }
        } catch (FileAlreadyExistsException another) {
            // a second process made the key a moment ago: that one is used
        }
    }
}
