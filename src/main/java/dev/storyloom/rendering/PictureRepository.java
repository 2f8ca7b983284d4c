package dev.storyloom.rendering;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;

/** The pictures of a story, found by their fingerprints. */
@ApplicationScoped
public class PictureRepository implements PanacheRepositoryBase<Picture, UUID> {
    public Map<String, Picture> byFingerprint(UUID storyId) {
        return of(storyId).stream().collect(Collectors.toMap(picture -> picture.fingerprint, Function.identity()));
    }

    public List<Picture> of(UUID storyId) {
        return list("storyId", storyId);
    }

    public Optional<Picture> find(UUID id, UUID storyId) {
        return find("id = ?1 and storyId = ?2", id, storyId).firstResultOptional();
    }
}
