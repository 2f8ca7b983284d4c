package dev.storyloom.cli;

import dev.storyloom.diffusion.weights.AtomicFile;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import javax.imageio.ImageIO;

/** Writes files whole or not at all. */
final class WholeFile {

    private WholeFile() {
    }

    static void png(BufferedImage image, Path file) throws IOException {
        ImageIO.setUseCache(false);
        var bytes = new ByteArrayOutputStream();
        ImageIO.write(image, "png", bytes);
        write(bytes.toByteArray(), file);
    }

    static void write(byte[] bytes, Path file) throws IOException {
        AtomicFile.write(file, channel -> writeAll(bytes, channel));
    }

    private static void writeAll(byte[] bytes, FileChannel channel) throws IOException {
        ByteBuffer buffer = ByteBuffer.wrap(bytes);
        while (buffer.hasRemaining()) {
            channel.write(buffer);
        }
    }
}
