package dev.storyloom.account;

import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import java.time.Instant;
import java.util.UUID;

/** A person who owns characters, stories and books; a guest has neither an email nor a password yet. */
@Entity
public class Account {
    @Id
    public UUID id;

    /** Lower case and trimmed; null for a guest. */
    public String email;

    public String passwordHash;
    public Instant createdAt;
    /** Whether a language model may read this account's stories. */
    public boolean languageModel;

    protected Account() {
    }

    Account(Instant createdAt) {
        this.id = UUID.randomUUID();
        this.createdAt = createdAt;
    }

    public boolean guest() {
        return email == null;
    }
}
