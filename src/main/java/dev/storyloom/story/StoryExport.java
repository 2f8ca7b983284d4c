package dev.storyloom.story;

import dev.storyloom.account.AccountExport;
import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.time.Instant;
import java.util.List;
import java.util.UUID;

/** Puts stories, as they were written and as they were cut into scenes, into what somebody takes along. */
@ApplicationScoped
class StoryExport {
    private final StoryRepository stories;
    private final SceneRepository scenes;

    StoryExport(StoryRepository stories, SceneRepository scenes) {
        this.stories = stories;
        this.scenes = scenes;
    }

    void pack(@Observes AccountExport export) {
        export.pack().json("stories.json", QuarkusTransaction.requiringNew().call(() -> stories.of(export.accountId())
                .stream().map(story -> new Told(story.id, story.title, story.language, story.text,
                        story.ageBand == null ? null : story.ageBand.key(), story.createdAt,
                        scenes.of(story.id).stream().map(scene -> new ToldScene(scene.narration, scene.prompt)).toList()))
                .toList()));
    }

    /** A story. */
    record Told(UUID id, String title, String language, String text, String age, Instant createdAt, List<ToldScene> scenes) {
    }

    /** A scene of it. */
    record ToldScene(String narration, String prompt) {
    }
}
