package dev.storyloom.rendering;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.UUID;

/** Numbers that follow from what is painted, never from chance: the seed of a page and the fingerprint of its picture. */
final class Seeds {
    private Seeds() {
    }

    /** The seed of a scene in one of its versions: 0 to 2^31 - 1, so that people can read it out. */
    static long of(UUID storyId, UUID sceneId, int version) {
        return ByteBuffer.wrap(sha256(storyId + "/" + sceneId + "/" + version)).getInt() & 0x7fffffffL;
    }

    /** 64 hex digits over all parts; no two lists of parts share one. */
    static String fingerprint(Object... parts) {
        var text = new StringBuilder();
        for (var part : parts) {
            var word = String.valueOf(part);
            text.append(word.length()).append(':').append(word).append('\n');
        }
        return HexFormat.of().formatHex(sha256(text.toString()));
    }

    private static byte[] sha256(String text) {
        try {
            return MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
        } catch (NoSuchAlgorithmException everyJavaHasIt) {
            throw new IllegalStateException(everyJavaHasIt);
        }
    }
}
