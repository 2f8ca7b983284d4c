package dev.storyloom.book;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.NotFoundException;
import java.util.List;
import java.util.UUID;

/** The pages of a book, reached only through a book that was looked up with its owner or its link. */
@ApplicationScoped
public class BookPageRepository implements PanacheRepositoryBase<BookPage, UUID> {
    public List<BookPage> of(UUID bookId) {
        return list("bookId = ?1 order by position", bookId);
    }

    public BookPage find(UUID bookId, int position) {
        return find("bookId = ?1 and position = ?2", bookId, position).firstResultOptional()
                .orElseThrow(NotFoundException::new);
    }
}
