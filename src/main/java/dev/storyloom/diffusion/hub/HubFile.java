package dev.storyloom.diffusion.hub;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.function.LongConsumer;

/**
 * One file of a repository, as the hub lists it.
 *
 * @param path   in the repository, parts separated by slashes
 * @param size   bytes
 * @param sha256 of the contents, of a file in large-file storage; null for others
 * @param blob   git's name of the contents: SHA-1 over a short header and the contents
 */
record HubFile(String path, long size, String sha256, String blob) {

    /** Short and different for different contents: what tells one partial file from another's. */
    String mark() {
        return (sha256 == null ? blob : sha256).substring(0, 12);
    }

    /** Whether {@code file} holds exactly what the hub promised; {@code read} is told how far it has looked. */
    boolean matches(Path file, LongConsumer read) throws IOException {
        if (Files.size(file) != size) {
            return false;
        }
        MessageDigest digest = digest(sha256 == null ? "SHA-1" : "SHA-256");
        if (sha256 == null) {
            digest.update(("blob " + size + "\0").getBytes(StandardCharsets.US_ASCII));
        }
        var buffer = new byte[1 << 18];
        long done = 0;
        try (InputStream in = Files.newInputStream(file)) {
            for (int n = in.read(buffer); n >= 0; n = in.read(buffer)) {
                digest.update(buffer, 0, n);
                done += n;
                read.accept(done);
            }
        }
        return HexFormat.of().formatHex(digest.digest()).equals(sha256 == null ? blob : sha256);
    }

    private static MessageDigest digest(String name) {
        try {
            return MessageDigest.getInstance(name);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has " + name, e);
        }
    }
}
