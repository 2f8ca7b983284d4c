package dev.storyloom.book.edition;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.time.Instant;
import javax.imageio.ImageIO;

/** All pictures of a book in one zip file: as they were painted, and nothing written into them. */
public final class PictureBundle {
    private PictureBundle() {
    }

    /** Writes the whole file; the stream stays open. */
    public static void write(int pages, Instant changed, Paintings paintings, OutputStream out) throws IOException {
        try (var zip = new Bundle(out, changed)) {
            for (var number = 1; number <= pages; number++) {
                var png = new ByteArrayOutputStream();
                ImageIO.write(paintings.of(number), "png", png);
                zip.plain("page-%02d.png".formatted(number), png.toByteArray());
            }
        }
    }
}
