package dev.storyloom.storage;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/** A photo as it is kept: a fresh upright sRGB JPEG without metadata, its size, the SHA-256 of its bytes, and its look. */
public record PreparedPhoto(byte[] jpeg, int width, int height, String digest, PhotoLook look) {

    static PreparedPhoto of(byte[] jpeg, int width, int height, PhotoLook look) {
        try {
            byte[] hash = MessageDigest.getInstance("SHA-256").digest(jpeg);
            return new PreparedPhoto(jpeg, width, height, HexFormat.of().formatHex(hash), look);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every Java has SHA-256", e);
        }
    }
}
