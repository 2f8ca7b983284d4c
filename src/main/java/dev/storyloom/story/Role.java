package dev.storyloom.story;

import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.util.UUID;

/** That a character plays in a story. */
@Entity
@Table(name = "story_role")
public class Role {
    @Id
    public UUID id;
    public UUID storyId;
    public UUID characterId;
    /** In the order of the writer's choice, from 1. */
    public int position;

    protected Role() {
    }

    Role(UUID storyId, UUID characterId, int position) {
        this.id = UUID.randomUUID();
        this.storyId = storyId;
        this.characterId = characterId;
        this.position = position;
    }
}
