package dev.storyloom.character;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.NotFoundException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;

/** The photos of characters. Callers have looked up the character by its owner before. */
@ApplicationScoped
public class Photos implements PanacheRepositoryBase<Photo, UUID> {

    public List<Photo> of(Character character) {
        return list("characterId = ?1 order by createdAt, id", character.id);
    }

    /** The first photo of each of an account's characters; a character without any is not in it. */
    public Map<UUID, Photo> firsts(UUID ownerId) {
        return getEntityManager().createQuery("select p from Photo p join Character c on c.id = p.characterId"
                + " where c.ownerId = :owner order by p.createdAt, p.id", Photo.class).setParameter("owner", ownerId)
                .getResultStream().collect(Collectors.toMap(photo -> photo.characterId, photo -> photo, (one, later) -> one));
    }

    long count(Character character) {
        return count("characterId", character.id);
    }

    Photo find(UUID id, Character character) {
        return find("id = ?1 and characterId = ?2", id, character.id).firstResultOptional()
                .orElseThrow(NotFoundException::new);
    }

    Optional<Photo> same(Character character, String digest) {
        return find("characterId = ?1 and digest = ?2", character.id, digest).firstResultOptional();
    }
}
