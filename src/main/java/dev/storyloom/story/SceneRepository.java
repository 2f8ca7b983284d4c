package dev.storyloom.story;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.NotFoundException;
import java.util.List;
import java.util.UUID;

/** Scenes, always reached through their story. */
@ApplicationScoped
public class SceneRepository implements PanacheRepositoryBase<Scene, UUID> {
    public List<Scene> of(UUID storyId) {
        return list("storyId = ?1 order by position", storyId);
    }

    public Scene find(UUID id, UUID storyId) {
        return find("id = ?1 and storyId = ?2", id, storyId).firstResultOptional().orElseThrow(NotFoundException::new);
    }
}
