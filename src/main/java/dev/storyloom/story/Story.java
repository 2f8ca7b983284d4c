package dev.storyloom.story;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.UUID;

/** A story as its writer gave it; its scenes are what the painter and the reader get. */
@Entity
@Table(name = "story")
public class Story {
    @Id
    public UUID id;
    public UUID ownerId;
    public String title;
    @Column(length = 40_000)
    public String text;
    /** ISO 639 code of the narration. */
    public String language;
    public int pages;
    @Enumerated(EnumType.STRING)
    public StoryStyle style;
    /** Null where nobody said for whom it is. */
    @Enumerated(EnumType.STRING)
    public AgeBand ageBand;
    /** Set while the writer waits for a book of which a hero is still being trained. */
    public Instant paintWhenReady;
    public Instant createdAt;
    public Instant updatedAt;

    protected Story() {
    }

    Story(UUID ownerId, StoryDraft draft, Instant now) {
        this.id = UUID.randomUUID();
        this.ownerId = ownerId;
        this.title = draft.title();
        this.text = draft.text();
        this.language = "en";
        this.pages = draft.pages();
        this.style = draft.style();
        this.ageBand = draft.ageBand();
        this.createdAt = now;
        this.updatedAt = now;
    }
}
