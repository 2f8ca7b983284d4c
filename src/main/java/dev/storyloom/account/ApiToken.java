package dev.storyloom.account;

import jakarta.persistence.Entity;
import jakarta.persistence.FetchType;
import jakarta.persistence.Id;
import jakarta.persistence.ManyToOne;
import java.time.Instant;
import java.util.UUID;

/** A key with which a program acts for an account; the database knows only the SHA-256 of it. */
@Entity
public class ApiToken {
    @Id
    public UUID id;
    @ManyToOne(fetch = FetchType.LAZY, optional = false)
    public Account account;
    /** What the owner calls the program. */
    public String name;
    public String tokenHash;
    public Instant createdAt;
    /** Null until it is used; kept to the day. */
    public Instant lastUsedAt;

    protected ApiToken() {
    }

    ApiToken(Account account, String name, String tokenHash, Instant now) {
        this.id = UUID.randomUUID();
        this.account = account;
        this.name = name;
        this.tokenHash = tokenHash;
        this.createdAt = now;
    }
}
