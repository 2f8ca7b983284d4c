package dev.storyloom.rendering;

import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.UUID;

/** A painted page. Its fingerprint says from which words, seed, model and character it came, so that none is painted twice. */
@Entity
@Table(name = "picture")
public class Picture {
    @Id
    public UUID id;
    public UUID storyId;
    public String fingerprint;
    /** Where the PNG lies in the blob store. */
    public String blobKey;
    public long seed;
    public int steps;
    public Instant createdAt;

    protected Picture() {
    }

    Picture(UUID storyId, String fingerprint, String blobKey, long seed, int steps, Instant createdAt) {
        this.id = UUID.randomUUID();
        this.storyId = storyId;
        this.fingerprint = fingerprint;
        this.blobKey = blobKey;
        this.seed = seed;
        this.steps = steps;
        this.createdAt = createdAt;
    }
}
