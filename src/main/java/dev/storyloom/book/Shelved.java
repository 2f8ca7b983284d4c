package dev.storyloom.book;

import java.util.UUID;

/** A book on its owner's shelf: what is seen of it while it is closed. */
public record Shelved(UUID bookId, String title, String language, String cover) {
    static Shelved of(Book book, BookPage first) {
        return new Shelved(book.id, book.title, book.language, Reader.picture("/books/" + book.id, first));
    }
}
