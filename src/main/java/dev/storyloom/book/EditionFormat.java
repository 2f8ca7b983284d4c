package dev.storyloom.book;

import java.text.Normalizer;
import java.util.Locale;

/** The files that a book can be saved as. */
enum EditionFormat {
    SCREEN_PDF("book.pdf", "application/pdf", ".pdf"),
    PRINT_PDF("print.pdf", "application/pdf", "-print.pdf"),
    EPUB("book.epub", "application/epub+zip", ".epub"),
    PICTURES("pictures.zip", "application/zip", "-pictures.zip");

    /** What {@link #of} understands, for paths. */
    static final String PATTERN = "book\\.pdf|print\\.pdf|book\\.epub|pictures\\.zip";
    private static final int LONGEST = 60;

    private final String path;
    private final String mediaType;
    private final String ending;

    EditionFormat(String path, String mediaType, String ending) {
        this.path = path;
        this.mediaType = mediaType;
        this.ending = ending;
    }

    static EditionFormat of(String path) {
        for (var format : values()) {
            if (format.path.equals(path)) {
                return format;
            }
        }
        throw new IllegalArgumentException(path);
    }

    String mediaType() {
        return mediaType;
    }

    /** A name for the saved file that every file system takes: the title in plain letters. */
    String fileName(String title) {
        var plain = Normalizer.normalize(title.replace('đ', 'd').replace('Đ', 'D'), Normalizer.Form.NFD)
                .replaceAll("\\p{M}", "").toLowerCase(Locale.ROOT).replaceAll("[^a-z0-9]+", "-").replaceAll("^-|-$", "");
        var name = plain.substring(0, Math.min(LONGEST, plain.length())).replaceAll("-$", "");
        return (name.isEmpty() ? "book" : name) + ending;
    }
}
