package dev.storyloom.book.edition;

import java.awt.Color;
import java.awt.GradientPaint;
import java.awt.RenderingHints;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import javax.imageio.ImageIO;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.rendering.PDFRenderer;

/** A book's cover on a wide card, for messengers: 1200 by 630 pixels. */
public final class Card {
    private static final int WIDTH = 1200;
    private static final int HEIGHT = 630;
    private static final int COVER = 550;
    private static final float DOTS = (float) (COVER / Layout.TRIM * 25.4);

    private Card() {
    }

    public static byte[] jpeg(Manuscript book, Paintings paintings) throws IOException {
        var pdf = new ByteArrayOutputStream();
        PdfEdition.cover(book, paintings, pdf);
        var card = new BufferedImage(WIDTH, HEIGHT, BufferedImage.TYPE_INT_RGB);
        var pen = card.createGraphics();
        pen.setRenderingHint(RenderingHints.KEY_ANTIALIASING, RenderingHints.VALUE_ANTIALIAS_ON);
        pen.setPaint(new GradientPaint(0, 0, new Color(0x3a3056), 0, HEIGHT, new Color(0x241d38)));
        pen.fillRect(0, 0, WIDTH, HEIGHT);
        try (var document = Loader.loadPDF(pdf.toByteArray())) {
            var cover = new PDFRenderer(document).renderImageWithDPI(0, DOTS);
            pen.drawImage(cover, (WIDTH - cover.getWidth()) / 2, (HEIGHT - cover.getHeight()) / 2, null);
        } finally {
            pen.dispose();
        }
        var jpeg = new ByteArrayOutputStream();
        ImageIO.write(card, "jpeg", jpeg);
        return jpeg.toByteArray();
    }
}
