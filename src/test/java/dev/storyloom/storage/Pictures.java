package dev.storyloom.storage;

import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.zip.CRC32;
import java.util.zip.Deflater;
import javax.imageio.ImageIO;

/** Picture files for tests, good and bad, made in code. */
public final class Pictures {

    private Pictures() {
    }

    /** A picture whose four corners differ: red, green, blue and yellow from top left, clockwise. */
    public static BufferedImage corners(int width, int height) {
        return corners(width, height, BufferedImage.TYPE_INT_RGB);
    }

    public static BufferedImage corners(int width, int height, int type) {
        BufferedImage image = new BufferedImage(width, height, type);
        Graphics2D canvas = image.createGraphics();
        Color[] colours = {Color.RED, Color.GREEN, Color.BLUE, Color.YELLOW};
        int[][] at = {{0, 0}, {width / 2, 0}, {width / 2, height / 2}, {0, height / 2}};
        for (int i = 0; i < 4; i++) {
            canvas.setColor(colours[i]);
            canvas.fillRect(at[i][0], at[i][1], width - width / 2, height - height / 2);
        }
        canvas.dispose();
        return image;
    }

    public static byte[] file(BufferedImage image, String format) {
        try {
            ByteArrayOutputStream bytes = new ByteArrayOutputStream();
            if (!ImageIO.write(image, format, bytes)) {
                throw new IllegalArgumentException(format);
            }
            return bytes.toByteArray();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    public static byte[] jpeg(int width, int height) {
        return file(corners(width, height), "jpeg");
    }

    public static byte[] png(int width, int height) {
        return file(corners(width, height), "png");
    }

    /** Puts a segment right behind the start of a JPEG. */
    public static byte[] withSegment(byte[] jpeg, int marker, byte[] payload) {
        ByteBuffer out = ByteBuffer.allocate(jpeg.length + payload.length + 4);
        out.put(jpeg, 0, 2).put((byte) 0xFF).put((byte) marker).putShort((short) (payload.length + 2)).put(payload);
        return out.put(jpeg, 2, jpeg.length - 2).array();
    }

    /** A JPEG with an EXIF block that holds an orientation and a secret in the camera's name. */
    public static byte[] withExif(byte[] jpeg, int orientation, String secret) {
        byte[] make = (secret + "\0").getBytes(StandardCharsets.US_ASCII);
        ByteBuffer exif = ByteBuffer.allocate(6 + 8 + 2 + 24 + 4 + make.length).order(ByteOrder.LITTLE_ENDIAN);
        exif.put("Exif\0\0".getBytes(StandardCharsets.US_ASCII)).put((byte) 'I').put((byte) 'I');
        exif.putShort((short) 42).putInt(8).putShort((short) 2);
        exif.putShort((short) 0x010F).putShort((short) 2).putInt(make.length).putInt(38);
        exif.putShort((short) 0x0112).putShort((short) 3).putInt(1).putInt(orientation);
        exif.putInt(0).put(make);
        return withSegment(jpeg, 0xE1, exif.array());
    }

    /** A PNG that only claims a size: black, one bit a pixel, all rows there but squeezed to almost nothing. */
    public static byte[] pngBomb(int width, int height) {
        return pngBomb(width, height, height);
    }

    /** The same with as many rows as you like, whatever the header says. */
    static byte[] pngBomb(int width, int height, int rows) {
        Deflater deflater = new Deflater(9);
        byte[] row = new byte[(width + 7) / 8 + 1];
        ByteArrayOutputStream packed = new ByteArrayOutputStream();
        byte[] buffer = new byte[65536];
        for (int y = 0; y < rows; y++) {
            deflater.setInput(row);
            while (!deflater.needsInput()) {
                packed.write(buffer, 0, deflater.deflate(buffer));
            }
        }
        deflater.finish();
        while (!deflater.finished()) {
            packed.write(buffer, 0, deflater.deflate(buffer));
        }
        byte[] header = ByteBuffer.allocate(13).putInt(width).putInt(height).put((byte) 1).array();
        ByteArrayOutputStream file = new ByteArrayOutputStream();
        file.writeBytes(new byte[] {(byte) 0x89, 'P', 'N', 'G', 13, 10, 26, 10});
        file.writeBytes(chunk("IHDR", header));
        file.writeBytes(chunk("IDAT", packed.toByteArray()));
        file.writeBytes(chunk("IEND", new byte[0]));
        return file.toByteArray();
    }

    /** Puts a chunk behind the header of a PNG. */
    public static byte[] withChunk(byte[] png, String type, byte[] data) {
        byte[] chunk = chunk(type, data);
        int header = 8 + 25;
        return ByteBuffer.allocate(png.length + chunk.length).put(png, 0, header).put(chunk)
                .put(png, header, png.length - header).array();
    }

    private static byte[] chunk(String type, byte[] data) {
        byte[] name = type.getBytes(StandardCharsets.US_ASCII);
        CRC32 crc = new CRC32();
        crc.update(name);
        crc.update(data);
        return ByteBuffer.allocate(12 + data.length).putInt(data.length).put(name).put(data)
                .putInt((int) crc.getValue()).array();
    }
}
