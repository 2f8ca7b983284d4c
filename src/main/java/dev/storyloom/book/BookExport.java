package dev.storyloom.book;

import dev.storyloom.account.AccountExport;
import dev.storyloom.storage.BlobStore;
import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.time.Instant;
import java.util.List;
import java.util.UUID;

/** Puts books, their pictures and what is known of their links into what somebody takes along. */
@ApplicationScoped
class BookExport {
    private final BookRepository books;
    private final BookPageRepository pages;
    private final ShareLinks links;
    private final BlobStore blobs;

    BookExport(BookRepository books, BookPageRepository pages, ShareLinks links, BlobStore blobs) {
        this.books = books;
        this.pages = pages;
        this.links = links;
        this.blobs = blobs;
    }

    void pack(@Observes AccountExport export) {
        var told = QuarkusTransaction.requiringNew().call(() -> books.of(export.accountId()).stream().map(this::told).toList());
        export.pack().json("books.json", told);
        var leaves = QuarkusTransaction.requiringNew()
                .call(() -> told.stream().flatMap(book -> pages.of(book.id).stream()).toList());
        leaves.forEach(leaf -> blobs.open(leaf.blobKey).ifPresent(bytes -> export.pack()
                .file("books/%s/page-%02d.png".formatted(leaf.bookId, leaf.position), bytes)));
    }

    private Told told(Book book) {
        return new Told(book.id, book.title, book.language, book.updatedAt,
                pages.of(book.id).stream().map(leaf -> leaf.narration).toList(), links.of(book.id).stream()
                        .map(link -> new ToldLink(link.createdAt, link.expiresAt, link.revokedAt, link.opened)).toList());
    }

    /** A book. */
    record Told(UUID id, String title, String language, Instant updatedAt, List<String> pages, List<ToldLink> links) {
    }

    /** A link to it; the secret in it is not kept here. */
    record ToldLink(Instant createdAt, Instant expiresAt, Instant revokedAt, int opened) {
    }
}
