package dev.storyloom.book.edition;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import org.apache.fontbox.ttf.CmapLookup;
import org.apache.fontbox.ttf.TTFParser;
import org.apache.fontbox.ttf.TrueTypeFont;
import org.apache.pdfbox.io.RandomAccessReadBuffer;

/** The bundled typefaces: Lora (SIL Open Font License), which has every Vietnamese letter. */
enum Face {
    TEXT("Lora-Regular", 400), TITLE("Lora-SemiBold", 600);

    private final String file;
    private final int weight;
    private final TrueTypeFont font;
    private final CmapLookup letters;
    private final double unit;

    Face(String name, int weight) {
        this.file = name + ".ttf";
        this.weight = weight;
        try {
            this.font = new TTFParser().parse(new RandomAccessReadBuffer(open()));
            this.letters = font.getUnicodeCmapLookup();
            this.unit = font.getUnitsPerEm();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    String file() {
        return file;
    }

    int weight() {
        return weight;
    }

    /** The whole font file; the caller closes it. */
    final InputStream open() {
        return Face.class.getResourceAsStream(file);
    }

    /** How wide the text runs at size 1. Kerning is left out here and wherever the layout is drawn. */
    synchronized double width(String text) {
        var sum = 0.0;
        try {
            for (var sign : text.codePoints().toArray()) {
                sum += font.getAdvanceWidth(letters.getGlyphId(sign));
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return sum / unit;
    }

    /** The text without the signs that this face cannot draw, emoji for example: a box on paper helps nobody. */
    synchronized String drawable(String text) {
        var kept = new StringBuilder(text.length());
        text.codePoints().map(sign -> sign == '\t' ? ' ' : sign).filter(sign -> letters.getGlyphId(sign) != 0)
                .forEach(kept::appendCodePoint);
        return kept.toString();
    }
}
