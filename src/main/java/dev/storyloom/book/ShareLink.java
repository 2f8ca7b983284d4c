package dev.storyloom.book;

import dev.storyloom.account.Passwords;
import dev.storyloom.account.Tokens;
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
    /** Opens with its PIN only. */
    public boolean locked;
    public String pinHash;
    /** Whether readers may save the book as a file. */
    public boolean savable;

    protected ShareLink() {
    }

    ShareLink(UUID bookId, ShareToken token, Instant now, ShareTerms terms) {
        this.id = UUID.randomUUID();
        this.bookId = bookId;
        this.tokenHash = token.hash();
        this.createdAt = now;
        this.expiresAt = now.plus(Duration.ofDays(terms.days()));
        this.locked = terms.pin() != null;
        this.pinHash = locked ? Passwords.hash(terms.pin()) : null;
        this.savable = terms.savable();
    }

    /** A link that should have a hash and has none lets nobody in. */
    boolean opensWith(String pin) {
        return !locked || Passwords.matches(pin, pinHash);
    }

    /**
     * What a browser shows that gave the right PIN: worthless for every other link, and without the database nobody
     * can make it.
     */
    String pass(ShareToken token) {
        return Tokens.derive(String.valueOf(pinHash), token.text());
    }

    boolean opensAt(Instant now) {
        return revokedAt == null && now.isBefore(expiresAt);
    }
}
