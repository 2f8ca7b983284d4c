package dev.storyloom.book.edition;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.Route;
import dev.storyloom.program.Browser;
import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The PDF for the screen in two programs that we did not write: pdf.js, which Firefox opens PDFs with, and Poppler. */
class PdfReadersTest {
    private static final String PDF_JS = "/META-INF/resources/webjars/pdfjs-dist/";
    private static final String ABOUT = "/META-INF/maven/org.webjars.npm/pdfjs-dist/pom.properties";
    private static final String PAGE = """
            <!DOCTYPE html><meta charset="utf-8">
            <style>
              #page { position: relative; --scale-factor: 1; --total-scale-factor: 1 }
              .textLayer { position: absolute; inset: 0 }
              .textLayer span { position: absolute; white-space: pre }
            </style>
            <div id="page"><canvas></canvas><div class="textLayer"></div></div>
            <script type="module">
              import * as pdfjs from '/pdf.min.mjs';
              pdfjs.GlobalWorkerOptions.workerSrc = '/pdf.worker.min.mjs';
              window.open3 = async () => {
                const pdf = await pdfjs.getDocument('/book.pdf').promise;
                const page = await pdf.getPage(3);
                const viewport = page.getViewport({ scale: 1 });
                const canvas = document.querySelector('canvas');
                canvas.width = viewport.width;
                canvas.height = viewport.height;
                await page.render({ canvas, viewport }).promise;
                await new pdfjs.TextLayer({ textContentSource: page.streamTextContent(), viewport,
                  container: document.querySelector('.textLayer') }).render();
                const types = (node) => node.children ? [node.role, ...node.children.flatMap(types)] : [];
                const cover = await (await pdf.getPage(1)).getStructTree();
                return { title: (await pdf.getMetadata()).info.Title, language: (await pdf.getMetadata()).info.Language,
                  types: types(await page.getStructTree()), alt: JSON.stringify(cover), pages: pdf.numPages };
              };
            </script>""";

    @TempDir
    Path folder;

    private byte[] pdf;

    @BeforeEach
    void aBook() throws IOException {
        pdf = EditionTest.pdf(Paper.SCREEN);
    }

    @Test
    @SuppressWarnings("unchecked")
    void inABrowserTheWordsCanBeSelectedAndFound() {
        var chromium = Browser.require();
        try (var playwright = Browser.playwright(); var browser = Browser.launch(playwright, chromium)) {
            var page = browser.newPage();
            page.route("**/*", this::answer);
            page.navigate("http://book.test/");
            page.waitForFunction("window.open3");
            var told = (Map<String, Object>) page.evaluate("open3()");
            assertThat(told).containsEntry("title", EditionTest.BOOK.title()).containsEntry("language", "vi")
                    .containsEntry("pages", 8);
            assertThat((List<String>) told.get("types")).contains("Document", "P").doesNotContain("Figure");
            assertThat((String) told.get("alt")).contains("\"role\":\"H1\"").contains("\"alt\":\"Tranh một\"");
            assertThat(selected(page)).contains("Một đêm nọ, Mít thức giấc").contains("“Đi với tớ nhé!”");
            page.evaluate("getSelection().empty()");
            assertThat((Boolean) page.evaluate("window.find('thức giấc')")).isTrue();
            assertThat((Boolean) page.evaluate("window.find('không có đâu')")).isFalse();
            page.screenshot(new Page.ScreenshotOptions().setPath(Path.of(System.getProperty("storyloom.screenshots",
                    "target/screenshots"), "editions", "pdf-js.png")));
        }
    }

    @Test
    void popplerReadsTheSameWordsAndTheStructure() throws Exception {
        var pdftotext = Browser.program("pdftotext", "poppler-utils");
        var file = Files.write(folder.resolve("book.pdf"), pdf);
        assertThat(run(pdftotext, "-enc", "UTF-8", file.toString(), "-").replaceAll("\\s+", " "))
                .contains("Một đêm nọ, Mít thức giấc vì nghe tiếng gõ cửa sổ rất khẽ.").contains("Tranh do AI vẽ.");
        var about = run(pdftotext.resolveSibling("pdfinfo"), "-struct-text", file.toString());
        assertThat(about).contains("Document", "H1", "Figure", "P (block)", "khăn đỏ");
        assertThat(run(pdftotext.resolveSibling("pdfinfo"), file.toString())).containsPattern("Tagged: +yes");
    }

    private void answer(Route route) {
        var path = URI.create(route.request().url()).getPath();
        try {
            switch (path) {
                case "/" -> route.fulfill(with("text/html", PAGE.getBytes(StandardCharsets.UTF_8)));
                case "/book.pdf" -> route.fulfill(with("application/pdf", pdf));
                default -> route.fulfill(with("text/javascript", script(path)));
            }
        } catch (IOException e) {
            route.abort();
        }
    }

    private static byte[] script(String path) throws IOException {
        var about = new Properties();
        try (var in = PdfReadersTest.class.getResourceAsStream(ABOUT)) {
            about.load(in);
        }
        try (var in = PdfReadersTest.class.getResourceAsStream(PDF_JS + about.getProperty("version") + "/build" + path)) {
            if (in == null) {
                throw new IOException(path);
            }
            return in.readAllBytes();
        }
    }

    private static Route.FulfillOptions with(String type, byte[] body) {
        return new Route.FulfillOptions().setContentType(type).setBodyBytes(body);
    }

    /** What somebody who selects everything and copies it gets. */
    private static String selected(Page page) {
        page.evaluate("getSelection().selectAllChildren(document.querySelector('.textLayer'))");
        return ((String) page.evaluate("getSelection().toString()")).replaceAll("\\s+", " ");
    }

    private static String run(Path program, String... arguments) throws IOException, InterruptedException {
        var process = new ProcessBuilder(Stream.concat(Stream.of(program.toString()), Stream.of(arguments)).toList())
                .redirectErrorStream(true).start();
        var said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(process.waitFor(60, TimeUnit.SECONDS)).isTrue();
        return said;
    }
}
