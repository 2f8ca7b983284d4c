package dev.storyloom.book;

import dev.storyloom.book.edition.Card;
import dev.storyloom.book.edition.EpubEdition;
import dev.storyloom.book.edition.Manuscript;
import dev.storyloom.book.edition.Manuscript.Closing;
import dev.storyloom.book.edition.Paintings;
import dev.storyloom.book.edition.Paper;
import dev.storyloom.book.edition.PdfEdition;
import dev.storyloom.book.edition.PictureBundle;
import dev.storyloom.storage.BlobStore;
import dev.storyloom.web.Languages;
import io.quarkus.qute.i18n.Localized;
import io.quarkus.qute.i18n.MessageBundles;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.NotFoundException;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.StreamingOutput;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.Semaphore;
import javax.imageio.ImageIO;

/**
 * A book as a file to keep: made when it is asked for and kept nowhere, so that nothing of it is left behind when the
 * book is deleted. One at a time is made, because a printed page holds six million dots.
 */
@ApplicationScoped
class Editions {
    private final BookPageRepository pages;
    private final BlobStore blobs;
    private final Semaphore press = new Semaphore(1, true);

    Editions(BookPageRepository pages, BlobStore blobs) {
        this.pages = pages;
        this.blobs = blobs;
    }

    Response answer(Book book, EditionFormat format) {
        var leaves = pages.of(book.id);
        StreamingOutput body = out -> {
            press.acquireUninterruptibly();
            try {
                write(book, leaves, format, out);
            } finally {
                press.release();
            }
        };
        return Response.ok(body, format.mediaType())
                .header("Content-Disposition", "attachment; filename=\"%s\"".formatted(format.fileName(book.title)))
                .header("Content-Security-Policy", "default-src 'none'; sandbox").build();
    }

    /** The cover on a wide card, as messengers show it with a link. */
    Response card(Book book) {
        var leaves = pages.of(book.id);
        try {
            return Response.ok(Card.jpeg(manuscript(book, leaves), number -> read(leaves.get(number - 1))), "image/jpeg")
                    .header("Content-Security-Policy", "default-src 'none'; sandbox").build();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void write(Book book, List<BookPage> leaves, EditionFormat format, OutputStream out) throws IOException {
        Paintings paintings = number -> read(leaves.get(number - 1));
        var manuscript = manuscript(book, leaves);
        switch (format) {
            case SCREEN_PDF -> PdfEdition.write(manuscript, paintings, Paper.SCREEN, out);
            case PRINT_PDF -> PdfEdition.write(manuscript, paintings, Paper.PRINT, out);
            case EPUB -> EpubEdition.write(manuscript, paintings, out);
            case PICTURES -> PictureBundle.write(leaves.size(), book.updatedAt, paintings, out);
            default -> throw new IllegalStateException(format.name());
        }
    }

    private static Manuscript manuscript(Book book, List<BookPage> leaves) {
        var words = book.language.equals(Languages.VIETNAMESE.getLanguage())
                ? MessageBundles.get(BookMessages.class, Localized.Literal.of(book.language))
                : MessageBundles.get(BookMessages.class);
        // Not the book's own id: a file is passed on, and an id of ours is nobody's business.
        var id = java.util.UUID.nameUUIDFromBytes(("edition of " + book.id).getBytes(StandardCharsets.UTF_8));
        return new Manuscript(id, book.title, book.language, book.updatedAt,
                leaves.stream().map(leaf -> leaf.narration).toList(),
                leaves.stream().map(leaf -> words.pictureOf(leaf.position)).toList(),
                new Closing(words.end(), words.madeWithAi(), words.madeWith()));
    }

    private BufferedImage read(BookPage leaf) {
        try (var in = blobs.open(leaf.blobKey).orElseThrow(NotFoundException::new)) {
            return ImageIO.read(in);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
