package dev.storyloom.book;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.NotFoundException;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;

/** The pages of a book, reached only through a book that was looked up with its owner or its link. */
@ApplicationScoped
public class BookPageRepository implements PanacheRepositoryBase<BookPage, UUID> {
    public List<BookPage> of(UUID bookId) {
        return list("bookId = ?1 order by position", bookId);
    }

    /** The first page of every book of the owner, by book. */
    Map<UUID, BookPage> firsts(UUID ownerId) {
        return getEntityManager().createQuery("select p from BookPage p join Book b on b.id = p.bookId"
                + " where b.ownerId = :owner and p.position = 1", BookPage.class).setParameter("owner", ownerId)
                .getResultStream().collect(Collectors.toMap(page -> page.bookId, Function.identity()));
    }

    /** The pages of every book of the owner, in order, by book. */
    Map<UUID, List<BookPage>> byBook(UUID ownerId) {
        return getEntityManager().createQuery("select p from BookPage p join Book b on b.id = p.bookId"
                + " where b.ownerId = :owner order by p.position", BookPage.class).setParameter("owner", ownerId)
                .getResultStream().collect(Collectors.groupingBy(page -> page.bookId));
    }

    public BookPage find(UUID bookId, int position) {
        return find("bookId = ?1 and position = ?2", bookId, position).firstResultOptional()
                .orElseThrow(NotFoundException::new);
    }
}
