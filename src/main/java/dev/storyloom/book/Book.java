package dev.storyloom.book;

import dev.storyloom.story.AgeBand;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.UUID;

/** A bound book: a copy of its story's words and pictures as they were when the last page was painted. */
@Entity
@Table(name = "book")
public class Book {
    @Id
    public UUID id;
    public UUID ownerId;
    public UUID storyId;
    public String title;
    /** ISO 639 code of the narration. */
    public String language;
    /** Of its story; null where nobody said. */
    @Enumerated(EnumType.STRING)
    public AgeBand ageBand;
    public Instant createdAt;
    public Instant updatedAt;

    protected Book() {
    }

    Book(UUID ownerId, UUID storyId, Instant now) {
        this.id = UUID.randomUUID();
        this.ownerId = ownerId;
        this.storyId = storyId;
        this.createdAt = now;
    }
}
