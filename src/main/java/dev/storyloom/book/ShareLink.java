package dev.storyloom.book;

import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Duration;
import java.time.Instant;
import java.util.UUID;

/** A way to one book for whoever has the link, until its day has come or its owner takes it back. */
@Entity
@Table(name = "share_link")
public class ShareLink {
    @Id
    public UUID id;
    public UUID bookId;
    public String tokenHash;
    public Instant createdAt;
    /** Absolute: no later change of the book or of the link moves it. */
    public Instant expiresAt;
    public Instant revokedAt;
    public int opened;
    public Instant lastOpenedAt;

    protected ShareLink() {
    }

    ShareLink(UUID bookId, ShareToken token, Instant now, Duration life) {
        this.id = UUID.randomUUID();
        this.bookId = bookId;
        this.tokenHash = token.hash();
        this.createdAt = now;
        this.expiresAt = now.plus(life);
    }

    boolean opensAt(Instant now) {
        return revokedAt == null && now.isBefore(expiresAt);
    }
}
