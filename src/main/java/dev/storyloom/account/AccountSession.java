package dev.storyloom.account;

import jakarta.persistence.Entity;
import jakarta.persistence.FetchType;
import jakarta.persistence.Id;
import jakarta.persistence.ManyToOne;
import java.time.Instant;
import java.util.UUID;

/** One browser that is signed in; the database knows only the SHA-256 of the secret that the browser holds. */
@Entity
public class AccountSession {
    @Id
    public UUID id;

    public String tokenHash;

    @ManyToOne(fetch = FetchType.LAZY, optional = false)
    public Account account;

    public Instant createdAt;
    public Instant lastSeenAt;
    public Instant expiresAt;
    public Instant revokedAt;

    protected AccountSession() {
    }

    AccountSession(String tokenHash, Account account, Instant now, Instant expiresAt) {
        this.id = UUID.randomUUID();
        this.tokenHash = tokenHash;
        this.account = account;
        this.createdAt = now;
        this.lastSeenAt = now;
        this.expiresAt = expiresAt;
    }
}
