package dev.storyloom.character;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.LockModeType;
import jakarta.ws.rs.NotFoundException;
import java.util.List;
import java.util.UUID;

/** The characters of all accounts, each seen by its owner only. */
@ApplicationScoped
public class Characters implements PanacheRepositoryBase<Character, UUID> {

    /** Newest first. */
    public List<Character> of(UUID ownerId) {
        return list("ownerId = ?1 order by createdAt desc", ownerId);
    }

    /** The owner's character; a foreign and an unknown id are the same 404. */
    public Character find(UUID id, UUID ownerId) {
        return find("id = ?1 and ownerId = ?2", id, ownerId).firstResultOptional().orElseThrow(NotFoundException::new);
    }

    Character findForChange(UUID id, UUID ownerId) {
        return find("id = ?1 and ownerId = ?2", id, ownerId).withLock(LockModeType.PESSIMISTIC_WRITE)
                .firstResultOptional().orElseThrow(NotFoundException::new);
    }
}
