package dev.storyloom.storage;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/**
 * What the container of a picture says before any pixel is decoded: whether it is all there, whether it moves, and its
 * EXIF block (null if none). Only lengths are followed and nothing is inflated, so a hostile file costs one walk.
 */
record PhotoOutline(boolean complete, boolean animated, byte[] exif) {

    private static final byte[] EXIF_HEADER = "Exif\0\0".getBytes(StandardCharsets.ISO_8859_1);

    static PhotoOutline of(PhotoFormat format, byte[] bytes) {
        return switch (format) {
            case JPEG -> jpeg(bytes);
            case PNG -> png(ByteBuffer.wrap(bytes));
            case WEBP -> webp(ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN));
        };
    }

    /** Segments up to the first scan, then on to the end marker, which coded pixels cannot contain. */
    private static PhotoOutline jpeg(byte[] bytes) {
        byte[] exif = null;
        boolean scanned = false;
        int at = 2;
        while (at + 1 < bytes.length) {
            int marker = bytes[at + 1] & 0xFF;
            if (bytes[at] != (byte) 0xFF || marker == 0 || marker >= 0xD0 && marker <= 0xD7) {
                at++;
            } else if (marker == 0xFF) {
                at++;
            } else if (marker == 0xD9) {
                return new PhotoOutline(scanned, false, exif);
            } else if (at + 4 > bytes.length) {
                break;
            } else {
                int length = (bytes[at + 2] & 0xFF) << 8 | bytes[at + 3] & 0xFF;
                int end = Math.min(bytes.length, at + 2 + length);
                scanned |= marker == 0xDA;
                if (marker == 0xE1 && exif == null && startsWith(bytes, at + 4, EXIF_HEADER)) {
                    exif = Arrays.copyOfRange(bytes, at + 10, Math.max(at + 10, end));
                }
                at = Math.max(at + 2, end);
            }
        }
        return new PhotoOutline(false, false, exif);
    }

    private static PhotoOutline png(ByteBuffer bytes) {
        byte[] exif = null;
        boolean animated = false;
        bytes.position(8);
        while (bytes.remaining() >= 12) {
            int length = bytes.getInt();
            String type = text(bytes);
            if (length < 0 || length > bytes.remaining() - 4) {
                break;
            }
            if (type.equals("IEND")) {
                return new PhotoOutline(true, animated, exif);
            }
            animated |= type.equals("acTL");
            exif = type.equals("eXIf") ? slice(bytes, length) : exif;
            bytes.position(bytes.position() + length + 4);
        }
        return new PhotoOutline(false, animated, exif);
    }

    private static PhotoOutline webp(ByteBuffer bytes) {
        byte[] exif = null;
        boolean animated = false;
        long announced = Integer.toUnsignedLong(bytes.getInt(4)) + 8;
        bytes.position(12);
        while (bytes.remaining() >= 8) {
            String type = text(bytes);
            int length = bytes.getInt();
            if (length < 0 || length > bytes.remaining()) {
                break;
            }
            animated |= type.equals("ANIM") || type.equals("ANMF");
            exif = type.equals("EXIF") ? slice(bytes, length) : exif;
            bytes.position(Math.min(bytes.limit(), bytes.position() + length + (length & 1)));
        }
        if (exif != null && startsWith(exif, 0, EXIF_HEADER)) {
            exif = Arrays.copyOfRange(exif, EXIF_HEADER.length, exif.length);
        }
        return new PhotoOutline(announced <= bytes.limit() + 1L, animated, exif);
    }

    private static String text(ByteBuffer bytes) {
        byte[] four = new byte[4];
        bytes.get(four);
        return new String(four, StandardCharsets.ISO_8859_1);
    }

    private static byte[] slice(ByteBuffer bytes, int length) {
        return Arrays.copyOfRange(bytes.array(), bytes.position(), bytes.position() + length);
    }

    private static boolean startsWith(byte[] bytes, int offset, byte[] prefix) {
        return offset + prefix.length <= bytes.length
                && Arrays.equals(bytes, offset, offset + prefix.length, prefix, 0, prefix.length);
    }
}
