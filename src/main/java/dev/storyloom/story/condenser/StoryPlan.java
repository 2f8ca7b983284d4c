package dev.storyloom.story.condenser;

import java.util.List;

/**
 * A condensed story.
 *
 * @param language of the narration: "en" or "vi"
 */
public record StoryPlan(String title, String language, List<Scene> scenes) {

    public StoryPlan {
        scenes = List.copyOf(scenes);
    }
}
