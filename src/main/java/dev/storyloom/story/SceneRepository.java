package dev.storyloom.story;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.NotFoundException;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;

/** Scenes, always reached through their story. */
@ApplicationScoped
public class SceneRepository implements PanacheRepositoryBase<Scene, UUID> {
    public List<Scene> of(UUID storyId) {
        return list("storyId = ?1 order by position", storyId);
    }

    /** How many scenes each story of the owner has; a story without any is not in it. */
    Map<UUID, Integer> counts(UUID ownerId) {
        return getEntityManager().createQuery("select s.storyId, count(*) from Scene s join Story t on t.id = s.storyId"
                + " where t.ownerId = :owner group by s.storyId", Object[].class).setParameter("owner", ownerId)
                .getResultStream().collect(Collectors.toMap(row -> (UUID) row[0], row -> ((Long) row[1]).intValue()));
    }

    /** The scenes of each story of the owner, in order; a story without any is not in it. */
    Map<UUID, List<Scene>> byStory(UUID ownerId) {
        return getEntityManager().createQuery("select s from Scene s join Story t on t.id = s.storyId"
                + " where t.ownerId = :owner order by s.position", Scene.class).setParameter("owner", ownerId)
                .getResultStream().collect(Collectors.groupingBy(scene -> scene.storyId));
    }

    /** All pictures that were wanted to choose from are there. */
    public void sparesPainted(UUID storyId) {
        update("spareFrom = 0 where storyId = ?1 and spareFrom > 0", storyId);
    }

    public Scene find(UUID id, UUID storyId) {
        return find("id = ?1 and storyId = ?2", id, storyId).firstResultOptional().orElseThrow(NotFoundException::new);
    }
}
