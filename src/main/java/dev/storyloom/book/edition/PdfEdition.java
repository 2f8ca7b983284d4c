package dev.storyloom.book.edition;

import dev.storyloom.book.edition.Mark.Box;
import dev.storyloom.book.edition.Mark.Line;
import dev.storyloom.book.edition.Mark.Painting;
import dev.storyloom.book.edition.Side.Kind;
import java.awt.color.ColorSpace;
import java.awt.color.ICC_Profile;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.time.ZoneOffset;
import java.util.EnumMap;
import java.util.GregorianCalendar;
import java.util.Map;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.PDPageContentStream;
import org.apache.pdfbox.pdmodel.PageLayout;
import org.apache.pdfbox.pdmodel.common.PDRectangle;
import org.apache.pdfbox.pdmodel.font.PDType0Font;
import org.apache.pdfbox.pdmodel.graphics.color.PDOutputIntent;
import org.apache.pdfbox.pdmodel.graphics.image.JPEGFactory;
import org.apache.pdfbox.pdmodel.interactive.viewerpreferences.PDViewerPreferences;

/**
 * Draws a book as a PDF: text that can be selected, searched and read aloud, embedded fonts, and nothing about who made it.
 */
public final class PdfEdition {
    private static final double POINT = 72 / 25.4;
    private static final float QUALITY = 0.93f;

    private final Paper paper;
    private final Paintings paintings;
    private final PDDocument document = new PDDocument();
    private final Map<Face, PDType0Font> fonts = new EnumMap<>(Face.class);

    private PdfEdition(Paper paper, Paintings paintings) {
        this.paper = paper;
        this.paintings = paintings;
    }

    /** Writes the whole file; the stream stays open. */
    public static void write(Manuscript book, Paintings paintings, Paper paper, OutputStream out) throws IOException {
        var edition = new PdfEdition(paper, paintings);
        try (edition.document) {
            edition.draw(Layout.of(book));
            edition.document.save(out);
        }
    }

    /** Only the cover, as on a screen. */
    static void cover(Manuscript book, Paintings paintings, OutputStream out) throws IOException {
        var edition = new PdfEdition(Paper.SCREEN, paintings);
        try (edition.document) {
            edition.draw(new Layout(book, Layout.of(book).sides().subList(0, 1)));
            edition.document.save(out);
        }
    }

    private void draw(Layout layout) throws IOException {
        for (var face : Face.values()) {
            try (var file = face.open()) {
                fonts.put(face, PDType0Font.load(document, file, true));
            }
        }
        var book = layout.book();
        describe(book);
        var tags = new Tags(document, book.language());
        for (var side : layout.sides()) {
            draw(side, book, tags);
        }
        tags.finish();
    }

    private void describe(Manuscript book) throws IOException {
        var about = document.getDocumentInformation();
        about.setTitle(book.title());
        about.setProducer("Storyloom");
        about.setCreationDate(GregorianCalendar.from(book.changed().atZone(ZoneOffset.UTC)));
        var catalog = document.getDocumentCatalog();
        catalog.setLanguage(book.language());
        catalog.setPageLayout(PageLayout.TWO_PAGE_RIGHT);
        var preferences = new PDViewerPreferences(new org.apache.pdfbox.cos.COSDictionary());
        preferences.setDisplayDocTitle(true);
        catalog.setViewerPreferences(preferences);
        var profile = ICC_Profile.getInstance(ColorSpace.CS_sRGB).getData();
        var intent = new PDOutputIntent(document, new ByteArrayInputStream(profile));
        intent.setInfo("sRGB IEC61966-2.1");
        intent.setOutputCondition("sRGB IEC61966-2.1");
        intent.setOutputConditionIdentifier("sRGB IEC61966-2.1");
        intent.setRegistryName("http://www.color.org");
        catalog.addOutputIntent(intent);
    }

    private void draw(Side side, Manuscript book, Tags tags) throws IOException {
        var whole = (float) ((Layout.TRIM + 2 * paper.edge()) * POINT);
        var page = new PDPage(new PDRectangle(whole, whole));
        page.setTrimBox(around(0));
        page.setBleedBox(around(paper.bleed()));
        document.addPage(page);
        tags.turnTo(page);
        try (var pen = new PDPageContentStream(document, page)) {
            pen.saveGraphicsState();
            var printed = around(paper.bleed());
            pen.addRect(printed.getLowerLeftX(), printed.getLowerLeftY(), printed.getWidth(), printed.getHeight());
            pen.clip();
            tags.decoration(pen);
            fill(pen, new Box(-Layout.BLEED, -Layout.BLEED, Layout.TRIM + 2 * Layout.BLEED,
                    Layout.TRIM + 2 * Layout.BLEED, 0, side.ground()));
            tags.close(pen);
            draw(pen, side, book, tags);
            pen.restoreGraphicsState();
            if (paper.cropMarks()) {
                tags.decoration(pen);
                cropMarks(pen);
                tags.close(pen);
            }
        }
    }

    private void draw(PDPageContentStream pen, Side side, Manuscript book, Tags tags) throws IOException {
        Line before = null;
        for (var mark : side.marks()) {
            var goesOn = mark instanceof Line line && before != null && line.paragraph() == before.paragraph();
            if (before != null && !goesOn) {
                tags.close(pen);
            }
            before = mark instanceof Line line ? line : null;
            if (mark instanceof Line line) {
                if (!goesOn) {
                    begin(pen, side, line, tags);
                }
                write(pen, line);
            } else if (mark instanceof Painting painting) {
                // The back shows the last picture once more: that need not be told twice.
                if (side.kind() == Kind.BACK) {
                    tags.decoration(pen);
                } else {
                    tags.picture(pen, book.pictures().get(painting.number() - 1));
                }
                paint(pen, painting);
                tags.close(pen);
            } else if (mark instanceof Box box) {
                tags.decoration(pen);
                fill(pen, box);
                tags.close(pen);
            }
        }
        if (before != null) {
            tags.close(pen);
        }
    }

    private static void begin(PDPageContentStream pen, Side side, Line line, Tags tags) throws IOException {
        if (line.paragraph() == Layout.FOLIO) {
            tags.decoration(pen);
        } else if (side.kind() == Kind.WORDS || line.paragraph() > 0) {
            tags.open(pen, "P");
        } else {
            tags.open(pen, side.kind() == Kind.COVER ? "H1" : "H2");
        }
    }

    private void fill(PDPageContentStream pen, Box box) throws IOException {
        pen.addRect(x(box.x()), y(box.y() + box.height()), points(box.width()), points(box.height()));
        if (box.line() > 0) {
            pen.setStrokingColor(box.colour().color());
            pen.setLineWidth(points(box.line()));
            pen.stroke();
        } else {
            pen.setNonStrokingColor(box.colour().color());
            pen.fill();
        }
    }

    private void paint(PDPageContentStream pen, Painting painting) throws IOException {
        var dots = (int) Math.ceil(painting.side() / 25.4 * paper.dots());
        var picture = Enlarger.to(paintings.of(painting.number()), dots);
        var image = JPEGFactory.createFromImage(document, picture, QUALITY, paper.dots());
        pen.drawImage(image, x(painting.x()), y(painting.y() + painting.side()), points(painting.side()),
                points(painting.side()));
    }

    private void write(PDPageContentStream pen, Line line) throws IOException {
        pen.beginText();
        pen.setFont(fonts.get(line.face()), points(line.size()));
        pen.setNonStrokingColor(line.colour().color());
        pen.newLineAtOffset(x(line.x()), y(line.baseline()));
        pen.showText(line.text());
        pen.endText();
    }

    /** Two thin lines at each corner, outside of the bleed. */
    private void cropMarks(PDPageContentStream pen) throws IOException {
        pen.setStrokingColor(java.awt.Color.BLACK);
        pen.setLineWidth(0.25f);
        for (var at : new double[] {0, Layout.TRIM}) {
            for (var far : new double[] {-1, 1}) {
                var from = (far < 0 ? 0 : Layout.TRIM) + far * (Layout.BLEED + 1);
                var to = from + far * 6;
                pen.moveTo(x(at), y(from));
                pen.lineTo(x(at), y(to));
                pen.moveTo(x(from), y(at));
                pen.lineTo(x(to), y(at));
            }
        }
        pen.stroke();
    }

    private PDRectangle around(double more) {
        var side = points(Layout.TRIM + 2 * more);
        return new PDRectangle(points(paper.edge() - more), points(paper.edge() - more), side, side);
    }

    private float x(double millimetres) {
        return points(paper.edge() + millimetres);
    }

    /** PDF counts from below. */
    private float y(double millimetres) {
        return points(paper.edge() + Layout.TRIM - millimetres);
    }

    private static float points(double millimetres) {
        return (float) (millimetres * POINT);
    }
}
