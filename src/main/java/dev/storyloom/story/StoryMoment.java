package dev.storyloom.story;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import java.time.Instant;
import java.util.UUID;

/** The scenes of a story as they were before a change. */
@Entity
public class StoryMoment {
    @Id
    public UUID id;
    public UUID storyId;
    /** The scene whose words were about to change, null for any other change. */
    public UUID editedId;
    @Column(length = 1_000_000)
    public String scenes;
    public Instant createdAt;

    protected StoryMoment() {
    }

    StoryMoment(UUID storyId, UUID editedId, String scenes, Instant now) {
        this.id = UUID.randomUUID();
        this.storyId = storyId;
        this.editedId = editedId;
        this.scenes = scenes;
        this.createdAt = now;
    }
}
