package dev.storyloom.book.edition;

import static org.assertj.core.api.Assertions.assertThat;

import dev.storyloom.program.Browser;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The PDF for the screen in a program that we did not write: Poppler, with which many read and search PDFs. */
class PdfReadersTest {
    @TempDir
    Path folder;

    @Test
    void popplerReadsTheSameWordsAndTheStructure() throws Exception {
        var pdftotext = Browser.program("pdftotext", "poppler-utils");
        var file = Files.write(folder.resolve("book.pdf"), EditionTest.pdf(Paper.SCREEN));
        assertThat(run(pdftotext, "-enc", "UTF-8", file.toString(), "-").replaceAll("\\s+", " "))
                .contains("Một đêm nọ, Mít thức giấc vì nghe tiếng gõ cửa sổ rất khẽ.").contains("Tranh do AI vẽ.");
        var about = run(pdftotext.resolveSibling("pdfinfo"), "-struct-text", file.toString());
        assertThat(about).contains("Document", "H1", "Figure", "P (block)", "khăn đỏ");
        assertThat(run(pdftotext.resolveSibling("pdfinfo"), file.toString())).containsPattern("Tagged: +yes");
    }

    private static String run(Path program, String... arguments) throws IOException, InterruptedException {
        var process = new ProcessBuilder(Stream.concat(Stream.of(program.toString()), Stream.of(arguments)).toList())
                .redirectErrorStream(true).start();
        var said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(process.waitFor(60, TimeUnit.SECONDS)).isTrue();
        return said;
    }
}
