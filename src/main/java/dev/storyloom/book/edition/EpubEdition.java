package dev.storyloom.book.edition;

import dev.storyloom.book.edition.Mark.Box;
import dev.storyloom.book.edition.Mark.Line;
import dev.storyloom.book.edition.Mark.Painting;
import dev.storyloom.book.edition.Side.Kind;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;

/** Writes a book as an EPUB 3 of fixed layout: every side a page of its own, everything where the layout has it. */
public final class EpubEdition {
    /** Pixels of the page for a millimetre of the layout. */
    private static final double PIXELS = 6;
    private static final int PICTURE = 1200;
    private static final String VIEWPORT = "width=1200, height=1200";
    private static final String CONTAINER = "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<container version=\"1.0\""
            + " xmlns=\"urn:oasis:names:tc:opendocument:xmlns:container\"><rootfiles><rootfile"
            + " full-path=\"book/book.opf\" media-type=\"application/oebps-package+xml\"/></rootfiles></container>";

    private final Layout layout;
    private final Manuscript book;

    private EpubEdition(Layout layout) {
        this.layout = layout;
        this.book = layout.book();
    }

    /** Writes the whole file; the stream stays open. */
    public static void write(Manuscript book, Paintings paintings, OutputStream out) throws IOException {
        new EpubEdition(Layout.of(book)).write(paintings, out);
    }

    private void write(Paintings paintings, OutputStream out) throws IOException {
        try (var file = new Bundle(out, book.changed())) {
            file.plain("mimetype", "application/epub+zip".getBytes(StandardCharsets.US_ASCII));
            text(file, "META-INF/container.xml", CONTAINER);
            text(file, "book/book.opf", content());
            text(file, "book/nav.xhtml", navigation());
            text(file, "book/book.css", styles());
            for (var face : Face.values()) {
                try (var font = face.open()) {
                    file.add("book/" + face.file(), font);
                }
            }
            for (var number = 1; number <= book.narrations().size(); number++) {
                file.jpeg("book/" + picture(number), Enlarger.to(paintings.of(number), PICTURE));
            }
            for (var side : IntStream.range(0, layout.sides().size()).toArray()) {
                text(file, "book/" + page(side), page(layout.sides().get(side)));
            }
        }
    }

    private String content() {
        var opf = new Markup().open("package", "xmlns", "http://www.idpf.org/2007/opf", "version", "3.0",
                "unique-identifier", "id", "xml:lang", book.language()).open("metadata", "xmlns:dc",
                "http://purl.org/dc/elements/1.1/").leaf("dc:identifier", "urn:uuid:" + book.id(), "id", "id")
                .leaf("dc:title", book.title()).leaf("dc:language", book.language());
        var changed = book.changed().truncatedTo(ChronoUnit.SECONDS).toString();
        for (var fact : List.of(List.of("dcterms:modified", changed), List.of("rendition:layout", "pre-paginated"),
                List.of("rendition:orientation", "auto"), List.of("rendition:spread", "landscape"),
                List.of("schema:accessMode", "textual"), List.of("schema:accessMode", "visual"),
                List.of("schema:accessibilityFeature", "readingOrder"), List.of("schema:accessibilityHazard", "none"),
                List.of("schema:accessModeSufficient", "textual"),
                List.of("schema:accessibilitySummary", book.closing().madeWithAi()))) {
            opf.leaf("meta", fact.get(1), "property", fact.get(0));
        }
        opf.close().open("manifest").empty("item", "id", "nav", "href", "nav.xhtml", "media-type", "application/xhtml+xml",
                "properties", "nav").empty("item", "id", "css", "href", "book.css", "media-type", "text/css");
        for (var face : Face.values()) {
            opf.empty("item", "id", face.name().toLowerCase(Locale.ROOT), "href", face.file(), "media-type", "font/ttf");
        }
        for (var number = 1; number <= book.narrations().size(); number++) {
            var item = new ArrayList<>(List.of("id", "picture-" + number, "href", picture(number), "media-type", "image/jpeg"));
            if (number == 1) {
                item.addAll(List.of("properties", "cover-image"));
            }
            opf.empty("item", item.toArray(String[]::new));
        }
        for (var side = 0; side < layout.sides().size(); side++) {
            opf.empty("item", "id", "side-" + side, "href", page(side), "media-type", "application/xhtml+xml");
        }
        opf.close().open("spine");
        for (var side = 0; side < layout.sides().size(); side++) {
            opf.empty("itemref", "idref", "side-" + side, "properties",
                    side % 2 == 0 ? "page-spread-right" : "page-spread-left");
        }
        return opf.end();
    }

    private String navigation() {
        var page = Markup.page(book.language(), book.title(), null, "book.css")
                .open("nav", "epub:type", "toc", "id", "toc").open("ol");
        for (var side = 0; side < layout.sides().size(); side++) {
            var kind = layout.sides().get(side).kind();
            if (kind == Kind.COVER || kind == Kind.PICTURE || kind == Kind.BACK) {
                var name = kind == Kind.COVER ? book.title() : kind == Kind.BACK ? book.closing().end()
                        : String.valueOf(layout.sides().get(side).number());
                page.open("li").leaf("a", name, "href", page(side)).close();
            }
        }
        return page.end();
    }

    private String page(Side side) {
        var page = Markup.page(book.language(), book.title(), VIEWPORT, "book.css").open("div", "class",
                "side " + side.kind().name().toLowerCase(Locale.ROOT), "style", "background:" + side.ground().css());
        var paragraph = -1;
        for (var mark : side.marks()) {
            if (mark instanceof Line line) {
                if (line.paragraph() != paragraph) {
                    close(page, paragraph);
                    page.open(side.kind() == Kind.COVER ? "h1" : "p");
                    paragraph = line.paragraph();
                }
                write(page, line);
            } else {
                close(page, paragraph);
                paragraph = -1;
                draw(page, mark);
            }
        }
        close(page, paragraph);
        return page.end();
    }

    private static void close(Markup page, int paragraph) {
        if (paragraph >= 0) {
            page.close();
        }
    }

    /** The line's box begins at its baseline less what stands above it; the blank at its end keeps words apart. */
    private static void write(Markup page, Line line) {
        page.leaf("span", line.text() + " ", "class", line.face().name().toLowerCase(Locale.ROOT), "style",
                "left:%s;top:%s;font-size:%s;color:%s".formatted(px(line.x()), px(line.baseline() - line.size()),
                        px(line.size()), line.colour().css()));
    }

    private void draw(Markup page, Mark mark) {
        if (mark instanceof Box box) {
            page.leaf("div", "", "class", "box", "style", place(box.x(), box.y(), box.width(), box.height())
                    + (box.line() > 0 ? ";border:%s solid %s".formatted(px(box.line()), box.colour().css())
                    : ";background:" + box.colour().css()));
        } else if (mark instanceof Painting painting) {
            page.empty("img", "src", picture(painting.number()), "alt", book.pictures().get(painting.number() - 1), "style",
                    place(painting.x(), painting.y(), painting.side(), painting.side()));
        }
    }

    private String styles() {
        var css = new StringBuilder("""
                html, body { margin: 0; padding: 0; }
                .side { position: relative; width: 1200px; height: 1200px; overflow: hidden; }
                .side p, .side h1 { margin: 0; font-size: 100%; font-weight: normal; }
                .side span, .side img, .side .box { position: absolute; box-sizing: border-box; }
                .side span { line-height: 1.2; white-space: pre; font-kerning: none; }
                """);
        for (var face : Face.values()) {
            css.append("@font-face { font-family: Lora; font-weight: %d; src: url(%s); }\n"
                    .formatted(face.weight(), face.file()));
            css.append(".%s { font-family: Lora, serif; font-weight: %d; }\n"
                    .formatted(face.name().toLowerCase(Locale.ROOT), face.weight()));
        }
        return css.toString();
    }

    private static String place(double x, double y, double width, double height) {
        return "left:%s;top:%s;width:%s;height:%s".formatted(px(x), px(y), px(width), px(height));
    }

    private static String px(double millimetres) {
        return String.format(Locale.ROOT, "%.2fpx", millimetres * PIXELS);
    }

    private static String picture(int number) {
        return "picture-%02d.jpg".formatted(number);
    }

    private static String page(int side) {
        return "side-%03d.xhtml".formatted(side);
    }

    private static void text(Bundle file, String name, String text) throws IOException {
        file.add(name, text.getBytes(StandardCharsets.UTF_8));
    }
}
