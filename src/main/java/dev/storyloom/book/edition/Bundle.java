package dev.storyloom.book.edition;

import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.zip.CRC32;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import javax.imageio.IIOImage;
import javax.imageio.ImageIO;
import javax.imageio.ImageWriteParam;

/** A zip file being written: names made by the program, one date for all, so that the same book gives the same bytes. */
final class Bundle implements AutoCloseable {
    private static final float QUALITY = 0.9f;

    private final ZipOutputStream zip;
    private final Instant date;

    Bundle(OutputStream out, Instant date) {
        this.zip = new ZipOutputStream(out, StandardCharsets.UTF_8);
        this.date = date;
    }

    /** As it is, without packing: what readers of the format look for at a fixed place. */
    void plain(String name, byte[] bytes) throws IOException {
        var entry = entry(name);
        var sum = new CRC32();
        sum.update(bytes);
        entry.setMethod(ZipEntry.STORED);
        entry.setSize(bytes.length);
        entry.setCrc(sum.getValue());
        zip.putNextEntry(entry);
        zip.write(bytes);
        zip.closeEntry();
    }

    void add(String name, InputStream bytes) throws IOException {
        zip.putNextEntry(entry(name));
        bytes.transferTo(zip);
        zip.closeEntry();
    }

    void add(String name, byte[] bytes) throws IOException {
        zip.putNextEntry(entry(name));
        zip.write(bytes);
        zip.closeEntry();
    }

    void jpeg(String name, BufferedImage picture) throws IOException {
        var bytes = new ByteArrayOutputStream();
        var writer = ImageIO.getImageWritersByFormatName("jpeg").next();
        try (var out = ImageIO.createImageOutputStream(bytes)) {
            var how = writer.getDefaultWriteParam();
            how.setCompressionMode(ImageWriteParam.MODE_EXPLICIT);
            how.setCompressionQuality(QUALITY);
            writer.setOutput(out);
            writer.write(null, new IIOImage(picture, null, null), how);
        } finally {
            writer.dispose();
        }
        plain(name, bytes.toByteArray());
    }

    private ZipEntry entry(String name) {
        var entry = new ZipEntry(name);
        entry.setTime(date.toEpochMilli());
        return entry;
    }

    /** Ends the file; the stream below stays open. */
    @Override
    public void close() throws IOException {
        zip.finish();
    }
}
