package dev.storyloom.story;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/**
 * What a story's scenes were before each of the last changes. A scene that comes back has the id that it had, so the
 * pictures that were painted for it come back too.
 */
@ApplicationScoped
class StoryHistory implements PanacheRepositoryBase<StoryMoment, UUID> {
    private static final int STEPS = 30;
    /** The page saves while somebody writes; what is typed in one go is one change. */
    private static final Duration ONE_GO = Duration.ofMinutes(2);

    private final SceneRepository scenes;
    private final ObjectMapper json;
    private final Clock clock;

    StoryHistory(SceneRepository scenes, ObjectMapper json, Clock clock) {
        this.scenes = scenes;
        this.json = json;
        this.clock = clock;
    }

    /** Call in the transaction of a change, before it. */
    void remember(UUID storyId) {
        keep(storyId, null);
    }

    /** The same for a change of one scene's words. */
    void rememberWords(UUID storyId, UUID sceneId) {
        var goesOn = newest(storyId).filter(last -> sceneId.equals(last.editedId)
                && last.createdAt.isAfter(clock.instant().minus(ONE_GO))).isPresent();
        if (!goesOn) {
            keep(storyId, sceneId);
        }
    }

    boolean any(UUID storyId) {
        return count("storyId", storyId) > 0;
    }

    /** Puts the scenes back as they were before the last change; nothing happens where there was none. */
    void takeBack(UUID storyId) {
        newest(storyId).ifPresent(moment -> {
            restore(storyId, read(moment));
            delete(moment);
        });
    }

    /** What is taken back later speaks of a character by its new word too. */
    void rename(UUID storyId, String before, String after) {
        for (var moment : list("storyId", storyId)) {
            var then = read(moment);
            then.forEach(scene -> scene.rename(before, after));
            moment.scenes = write(then);
        }
    }

    private Optional<StoryMoment> newest(UUID storyId) {
        return find("storyId = ?1 order by createdAt desc", storyId).firstResultOptional();
    }

    private void keep(UUID storyId, UUID sceneId) {
        persist(new StoryMoment(storyId, sceneId, write(scenes.of(storyId)), clock.instant()));
        var all = list("storyId = ?1 order by createdAt desc", storyId);
        all.stream().skip(STEPS).forEach(this::delete);
    }

    private void restore(UUID storyId, List<Scene> before) {
        for (var now : scenes.of(storyId)) {
            if (before.stream().noneMatch(then -> then.id.equals(now.id))) {
                scenes.delete(now);
            }
        }
        for (var then : before) {
            then.spareFrom = 0;
            scenes.getEntityManager().merge(then);
        }
    }

    private String write(List<Scene> moment) {
        try {
            return json.writeValueAsString(moment);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }

    private List<Scene> read(StoryMoment moment) {
        try {
            return List.of(json.readValue(moment.scenes, Scene[].class));
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }
}
