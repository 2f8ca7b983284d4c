package dev.storyloom.story;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.NotFoundException;
import java.util.List;
import java.util.UUID;

/** The characters that an account may send into a story. */
@ApplicationScoped
public class Heroes {
    public List<Hero> of(UUID ownerId) {
        return List.of();
    }

    /** The owner's character; a foreign and an unknown id are the same 404. */
    public Hero find(UUID id, UUID ownerId) {
        return of(ownerId).stream().filter(hero -> hero.id().equals(id)).findFirst()
                .orElseThrow(NotFoundException::new);
    }
}
