package dev.storyloom.storage;

import java.nio.charset.StandardCharsets;
import java.util.Set;

/** The kinds of picture that are taken, told from their first bytes and never from a name or a header. */
enum PhotoFormat {
    JPEG, PNG, WEBP;

    private static final Set<String> HEIF_BRANDS =
            Set.of("heic", "heix", "hevc", "hevx", "heim", "heis", "mif1", "msf1", "avif", "avis");

    static PhotoFormat of(byte[] bytes) {
        if (matches(bytes, 0, 0xFF, 0xD8, 0xFF)) {
            return JPEG;
        }
        if (matches(bytes, 0, 0x89, 'P', 'N', 'G', 0x0D, 0x0A, 0x1A, 0x0A)) {
            return PNG;
        }
        if (text(bytes, 0).equals("RIFF") && text(bytes, 8).equals("WEBP")) {
            return WEBP;
        }
        boolean heif = text(bytes, 4).equals("ftyp") && HEIF_BRANDS.contains(text(bytes, 8));
        throw new PhotoRefused(heif ? PhotoRefusal.HEIC_UNSUPPORTED : PhotoRefusal.NOT_AN_IMAGE);
    }

    private static boolean matches(byte[] bytes, int offset, int... expected) {
        for (int i = 0; i < expected.length; i++) {
            if (offset + i >= bytes.length || (bytes[offset + i] & 0xFF) != expected[i]) {
                return false;
            }
        }
        return true;
    }

    private static String text(byte[] bytes, int offset) {
        return offset + 4 > bytes.length ? "" : new String(bytes, offset, 4, StandardCharsets.ISO_8859_1);
    }
}
