package dev.storyloom.book;

import dev.storyloom.storage.BlobStore;
import jakarta.ws.rs.NotFoundException;
import jakarta.ws.rs.core.Response;

/** Answers with a page's picture: its type fixed, its name made here, and nothing in it that could run. */
final class PictureAnswer {
    private PictureAnswer() {
    }

    static Response of(BlobStore blobs, BookPage page) {
        return Response.ok(blobs.open(page.blobKey).orElseThrow(NotFoundException::new), "image/png")
                .header("Content-Disposition", "inline; filename=\"page-%02d.png\"".formatted(page.position))
                .header("Content-Security-Policy", "default-src 'none'; sandbox")
                .build();
    }
}
