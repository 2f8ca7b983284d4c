package dev.storyloom.story;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import jakarta.ws.rs.NotFoundException;
import java.time.Clock;
import java.util.UUID;

/** Which of its pictures a scene shows: each version is another draw of the same words. */
@ApplicationScoped
public class ScenePictures {
    /** More than anybody looks through; each costs a painting. */
    private static final int MOST = 40;

    private final StoryRepository stories;
    private final SceneRepository scenes;
    private final Clock clock;

    ScenePictures(StoryRepository stories, SceneRepository scenes, Clock clock) {
        this.stories = stories;
        this.scenes = scenes;
        this.clock = clock;
    }

    /** Asks for another picture of the same words. */
    @Transactional
    public Scene another(UUID ownerId, UUID storyId, UUID sceneId) {
        var scene = touched(ownerId, storyId, sceneId);
        scene.version = ++scene.versions;
        return scene;
    }

    /** Asks for some more pictures of the same words to choose from; the page keeps the one that it has. */
    @Transactional
    public void more(UUID ownerId, UUID storyId, UUID sceneId, int count) {
        var scene = touched(ownerId, storyId, sceneId);
        var more = Math.min(count, MOST - scene.versions);
        if (more > 0) {
            scene.spareFrom = scene.spareFrom == 0 ? scene.versions + 1 : scene.spareFrom;
            scene.versions += more;
        }
    }

    /** Goes back to a picture that was painted before, or forth again; 404 for one that was never asked for. */
    @Transactional
    public void choose(UUID ownerId, UUID storyId, UUID sceneId, int version) {
        var scene = touched(ownerId, storyId, sceneId);
        if (version < 1 || version > scene.versions) {
            throw new NotFoundException();
        }
        scene.version = version;
    }

    private Scene touched(UUID ownerId, UUID storyId, UUID sceneId) {
        stories.find(storyId, ownerId).updatedAt = clock.instant();
        return scenes.find(sceneId, storyId);
    }
}
