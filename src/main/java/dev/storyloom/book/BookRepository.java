package dev.storyloom.book;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.NotFoundException;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** Books, always looked up together with their owner. */
@ApplicationScoped
public class BookRepository implements PanacheRepositoryBase<Book, UUID> {
    /** The owner's book; a foreign and an unknown id are the same 404. */
    public Book find(UUID id, UUID ownerId) {
        return find("id = ?1 and ownerId = ?2", id, ownerId).firstResultOptional().orElseThrow(NotFoundException::new);
    }

    public List<Book> of(UUID ownerId) {
        return list("ownerId = ?1 order by updatedAt desc", ownerId);
    }

    public Optional<Book> ofStory(UUID storyId, UUID ownerId) {
        return find("storyId = ?1 and ownerId = ?2", storyId, ownerId).firstResultOptional();
    }
}
