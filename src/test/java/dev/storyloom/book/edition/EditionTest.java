package dev.storyloom.book.edition;

import static org.assertj.core.api.Assertions.assertThat;

import com.adobe.epubcheck.api.EpubCheck;
import com.adobe.epubcheck.util.DefaultReportImpl;
import dev.storyloom.book.edition.Manuscript.Closing;
import dev.storyloom.book.edition.Mark.Line;
import dev.storyloom.book.edition.Mark.Painting;
import dev.storyloom.book.edition.Side.Kind;
import java.awt.Color;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.zip.ZipInputStream;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.documentinterchange.logicalstructure.PDStructureElement;
import org.apache.pdfbox.pdmodel.documentinterchange.markedcontent.PDMarkedContent;
import org.apache.pdfbox.rendering.PDFRenderer;
import org.apache.pdfbox.text.PDFMarkedContentExtractor;
import org.apache.pdfbox.text.PDFTextStripper;
import org.apache.pdfbox.text.TextPosition;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class EditionTest {
    static final String WORDS = "Một đêm nọ, Mít thức giấc vì nghe tiếng gõ cửa sổ rất khẽ. Ngoài trời, một ngôi sao "
            + "nhỏ đang lấp lánh và vẫy tay: “Đi với tớ nhé!”\nMít khoác chiếc khăn đỏ rồi bước ra vườn.";
    static final Manuscript BOOK = new Manuscript(UUID.fromString("7f1c1a3e-0000-3000-8000-000000000001"),
            "Mít và chiếc đèn lồng <đỏ> & ngôi sao", "vi", Instant.parse("2026-11-26T01:02:03.456Z"),
            List.of(WORDS, "Ngắn thôi.", WORDS.repeat(3)), List.of("Tranh một", "Tranh hai", "Tranh ba"),
            new Closing("Hết", "Tranh do AI vẽ.", "Làm bằng Storyloom"));

    @TempDir
    Path folder;

    @Test
    void theCoverThenEachPicturesLeftOfItsWordsThenTheBack() {
        var sides = Layout.of(BOOK).sides();
        assertThat(sides.stream().map(Side::kind)).containsExactly(Kind.COVER, Kind.PICTURE, Kind.WORDS, Kind.PICTURE,
                Kind.WORDS, Kind.PICTURE, Kind.WORDS, Kind.BACK);
        assertThat(sides.get(5).marks()).containsExactly(new Painting(3, -3, -3, 206));
    }

    @Test
    void noLineLeavesItsColumnAndNoWordIsLost() {
        for (var narration : List.of("a", WORDS, WORDS.repeat(9), "dài".repeat(400), WORDS.repeat(60))) {
            var book = new Manuscript(BOOK.id(), "T".repeat(200), "vi", BOOK.changed(), List.of(narration),
                    BOOK.pictures(), BOOK.closing());
            var sides = Layout.of(book).sides();
            assertThat(sides.size() % 2).isZero();
            var lines = sides.stream().flatMap(side -> side.marks().stream()).filter(Line.class::isInstance)
                    .map(Line.class::cast).toList();
            assertThat(lines).allSatisfy(line -> {
                assertThat(line.x()).isBetween(23.9, 176.0);
                assertThat(line.x() + line.face().width(line.text()) * line.size()).isLessThan(176.1);
                assertThat(line.baseline()).isBetween(15.0, 188.0);
            });
            var set = new StringBuilder();
            sides.stream().filter(side -> side.kind() == Kind.WORDS).flatMap(side -> side.marks().stream())
                    .filter(mark -> mark instanceof Line line && line.paragraph() < Layout.FOLIO)
                    .forEach(mark -> set.append(((Line) mark).text()));
            assertThat(set.toString().replaceAll("\\s", "")).isEqualTo(narration.replaceAll("\\s", ""));
        }
    }

    @Test
    void fewWordsAreSetLargerThanMany() {
        assertThat(size("Ngắn thôi.")).isGreaterThan(size(WORDS.repeat(2))).isGreaterThan(size(WORDS.repeat(5)));
    }

    @Test
    void signsThatTheFaceCannotDrawAreLeftOut() {
        assertThat(Face.TEXT.drawable("Chào 🦊 Mít ❄")).isEqualTo("Chào  Mít ");
        assertThat(Face.TEXT.drawable("ẦầẨẩỰựỴỵỸỹĐđƠơƯưẶặ–“”…")).isEqualTo("ẦầẨẩỰựỴỵỸỹĐđƠơƯưẶặ–“”…");
    }

    @Test
    void theTextOfThePdfCanBeSelectedInVietnamese() throws IOException {
        try (var pdf = Loader.loadPDF(pdf(Paper.SCREEN))) {
            var text = new PDFTextStripper().getText(pdf).replaceAll("\\s+", " ");
            assertThat(text).contains("Một đêm nọ, Mít thức giấc vì nghe tiếng gõ cửa sổ rất khẽ.").contains("“Đi với tớ nhé!”")
                    .contains("Mít và chiếc đèn lồng <đỏ> & ngôi sao").contains("Tranh do AI vẽ.");
            assertThat(pdf.getDocumentCatalog().getLanguage()).isEqualTo("vi");
            assertThat(pdf.getDocumentInformation().getTitle()).isEqualTo(BOOK.title());
            assertThat(pdf.getDocumentInformation().getMetadataKeys())
                    .containsExactlyInAnyOrder("Title", "Producer", "CreationDate");
        }
    }

    @Test
    void whoHearsThePdfIsToldItsHeadingParagraphsAndPicturesInReadingOrder() throws IOException {
        try (var pdf = Loader.loadPDF(pdf(Paper.SCREEN))) {
            var catalog = pdf.getDocumentCatalog();
            assertThat(catalog.getMarkInfo().isMarked()).isTrue();
            assertThat(catalog.getViewerPreferences().displayDocTitle()).isTrue();
            var book = (PDStructureElement) catalog.getStructureTreeRoot().getKids().get(0);
            assertThat(book.getStructureType()).isEqualTo("Document");
            assertThat(book.getLanguage()).isEqualTo("vi");
            var elements = book.getKids().stream().map(PDStructureElement.class::cast).toList();
            assertThat(elements).extracting(PDStructureElement::getStructureType).containsExactly("H1", "Figure", "Figure",
                    "P", "P", "Figure", "P", "Figure", "P", "P", "P", "P", "H2", "P", "P");
            assertThat(elements).extracting(PDStructureElement::getAlternateDescription).filteredOn(Objects::nonNull)
                    .containsExactly("Tranh một", "Tranh một", "Tranh hai", "Tranh ba");
            assertThat(spoken(pdf, elements.get(0))).isEqualTo(BOOK.title().replace(" ", ""));
            assertThat(spoken(pdf, elements.get(4))).isEqualTo("Mítkhoácchiếckhănđỏrồibướcravườn.");
            assertThat(spoken(pdf, elements.get(12))).isEqualTo("Hết");
        }
    }

    @Test
    void nothingOnAPageIsNeitherToldNorDecoration() throws IOException {
        try (var pdf = Loader.loadPDF(pdf(Paper.SCREEN))) {
            for (var page : pdf.getPages()) {
                var inside = new StringBuilder();
                for (var marked : marked(page)) {
                    inside.append(letters(marked));
                }
                var stripper = new PDFTextStripper();
                stripper.setStartPage(pdf.getPages().indexOf(page) + 1);
                stripper.setEndPage(stripper.getStartPage());
                assertThat(inside).hasSameSizeAs(stripper.getText(pdf).replaceAll("\\s", ""));
                var parents = pdf.getDocumentCatalog().getStructureTreeRoot().getParentTree().getValue(page.getStructParents());
                assertThat(parents).isNotNull();
            }
        }
    }

    @Test
    void whatIsPrintedReachesOverTheTrimAndHas300DotsAnInch() throws IOException {
        try (var pdf = Loader.loadPDF(pdf(Paper.PRINT))) {
            var page = pdf.getPage(1);
            assertThat(page.getTrimBox().getWidth()).isCloseTo(566.93f, org.assertj.core.data.Offset.offset(0.01f));
            assertThat(page.getBleedBox().getWidth() - page.getTrimBox().getWidth())
                    .isCloseTo(17.01f, org.assertj.core.data.Offset.offset(0.01f));
            var resources = page.getResources();
            var image = resources.getXObject(resources.getXObjectNames().iterator().next());
            assertThat(image.getCOSObject().getInt("Width")).isGreaterThanOrEqualTo((int) (206 / 25.4 * 300));
            var drawn = new PDFRenderer(pdf).renderImageWithDPI(1, 100);
            assertThat(new Color(drawn.getRGB(dots(10.5), dots(100)))).as("bleed").isNotEqualTo(Color.WHITE);
            assertThat(new Color(drawn.getRGB(dots(7), dots(100)))).as("beyond it").isEqualTo(Color.WHITE);
            assertThat(drawn.getRGB(dots(12), dots(5)) & 0xff).as("crop mark").isLessThan(200);
        }
    }

    @Test
    void theSameBookGivesTheSameEpub() throws IOException {
        assertThat(epub()).isEqualTo(epub());
    }

    @Test
    void epubcheckFindsNothing() throws IOException {
        var file = Files.write(folder.resolve("book.epub"), epub());
        var report = new DefaultReportImpl(file.toString());
        assertThat(new EpubCheck(file.toFile(), report).doValidate()).isZero();
        assertThat(report.getFatalErrorCount() + report.getErrorCount() + report.getWarningCount()).isZero();
    }

    @Test
    void theZipHoldsThePicturesAndNothingElse() throws IOException {
        var out = new ByteArrayOutputStream();
        PictureBundle.write(3, BOOK.changed(), EditionTest::picture, out);
        var names = new ArrayList<String>();
        try (var zip = new ZipInputStream(new ByteArrayInputStream(out.toByteArray()))) {
            for (var entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
                names.add(entry.getName());
                assertThat(new String(zip.readAllBytes(), StandardCharsets.ISO_8859_1)).doesNotContain("tEXt", "iTXt", "eXIf");
            }
        }
        assertThat(names).containsExactly("page-01.png", "page-02.png", "page-03.png");
    }

    @Test
    void anEnlargedEdgeIsSteepAndHasNoHalo() {
        var picture = new BufferedImage(64, 64, BufferedImage.TYPE_INT_RGB);
        var pen = picture.createGraphics();
        pen.setColor(new Color(200, 200, 200));
        pen.fillRect(0, 0, 64, 64);
        pen.setColor(new Color(40, 40, 40));
        pen.fillRect(32, 0, 32, 64);
        pen.dispose();
        var large = Enlarger.to(picture, 1000);
        assertThat(large.getWidth()).isEqualTo(1000);
        var row = new ArrayList<Integer>();
        for (var x = 0; x < 1000; x++) {
            row.add(large.getRGB(x, 500) & 0xff);
        }
        assertThat(row).allMatch(value -> value >= 25 && value <= 215);
        assertThat(row.stream().filter(value -> value > 60 && value < 180).count()).isLessThan(16);
    }

    /** The letters of one element of the structure, without blanks. */
    private static String spoken(PDDocument pdf, PDStructureElement element) throws IOException {
        assertThat(pdf.getPages().indexOf(element.getPage())).isNotNegative();
        return marked(element.getPage()).stream().filter(marked -> element.getKids().contains(marked.getMCID()))
                .map(EditionTest::letters).collect(Collectors.joining());
    }

    private static List<PDMarkedContent> marked(PDPage page) throws IOException {
        var contents = new PDFMarkedContentExtractor();
        contents.processPage(page);
        return contents.getMarkedContents();
    }

    private static String letters(PDMarkedContent marked) {
        return marked.getContents().stream().filter(TextPosition.class::isInstance)
                .map(text -> ((TextPosition) text).getUnicode()).collect(Collectors.joining()).replaceAll("\\s", "");
    }

    private static double size(String narration) {
        var book = new Manuscript(BOOK.id(), "T", "vi", BOOK.changed(), List.of(narration), BOOK.pictures(), BOOK.closing());
        return ((Line) Layout.of(book).sides().get(2).marks().get(0)).size();
    }

    private static int dots(double millimetres) {
        return (int) Math.round(millimetres / 25.4 * 100);
    }

    static byte[] pdf(Paper paper) throws IOException {
        var out = new ByteArrayOutputStream();
        PdfEdition.write(BOOK, EditionTest::picture, paper, out);
        keep(paper.name().toLowerCase(java.util.Locale.ROOT) + ".pdf", out.toByteArray());
        return out.toByteArray();
    }

    private static byte[] epub() throws IOException {
        var out = new ByteArrayOutputStream();
        EpubEdition.write(BOOK, EditionTest::picture, out);
        keep("book.epub", out.toByteArray());
        return out.toByteArray();
    }

    /** For a person to look at. */
    private static void keep(String name, byte[] bytes) throws IOException {
        Files.createDirectories(Path.of("target", "editions"));
        Files.write(Path.of("target", "editions", name), bytes);
    }

    private static BufferedImage picture(int number) {
        var picture = new BufferedImage(128, 128, BufferedImage.TYPE_INT_RGB);
        var pen = picture.createGraphics();
        pen.setRenderingHint(java.awt.RenderingHints.KEY_ANTIALIASING, java.awt.RenderingHints.VALUE_ANTIALIAS_ON);
        pen.setColor(new Color(0x2a3a6b));
        pen.fillRect(0, 0, 128, 128);
        pen.setColor(new Color(0x3f7a4a));
        pen.fillOval(-30, 80, 190, 90);
        pen.setColor(new Color(0xf6d365));
        pen.fillOval(80, 14, 26, 26);
        pen.setColor(new Color(0xd9743a));
        pen.fillOval(30 + 5 * number, 60, 36, 40);
        pen.dispose();
        return picture;
    }
}
