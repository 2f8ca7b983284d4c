package dev.storyloom.story;

import dev.storyloom.character.Character;
import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;

/** Who plays in which story. */
@ApplicationScoped
class Roles implements PanacheRepositoryBase<Role, UUID> {
    void give(UUID storyId, List<UUID> characterIds) {
        var position = 0;
        for (var id : characterIds) {
            persist(new Role(storyId, id, ++position));
        }
    }

    /** The characters of a story, in the order in which they were chosen. */
    List<Character> cast(UUID storyId) {
        return getEntityManager().createQuery("select c from Character c join Role r on r.characterId = c.id"
                + " where r.storyId = :story order by r.position", Character.class).setParameter("story", storyId)
                .getResultList();
    }

    /** The characters' ids for each story of the owner; a story without any is not in it. */
    Map<UUID, List<UUID>> of(UUID ownerId) {
        return getEntityManager().createQuery("select r from Role r join Story t on t.id = r.storyId"
                + " where t.ownerId = :owner order by r.position", Role.class).setParameter("owner", ownerId)
                .getResultStream().collect(Collectors.groupingBy(role -> role.storyId,
                        Collectors.mapping(role -> role.characterId, Collectors.toList())));
    }
}
