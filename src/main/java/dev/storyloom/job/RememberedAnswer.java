package dev.storyloom.job;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import java.time.Instant;
import java.util.UUID;

/** What a program was answered under one Idempotency-Key; without a status while the work goes on. */
@Entity
public class RememberedAnswer {
    @Id
    public UUID id;
    public UUID ownerId;
    public String requestKey;
    /** The hash of what was asked for. */
    public String request;
    public Integer status;
    @Column(length = 60_000)
    public String body;
    public Instant createdAt;

    protected RememberedAnswer() {
    }

    RememberedAnswer(UUID ownerId, String requestKey, String request, Instant now) {
        this.id = UUID.randomUUID();
        this.ownerId = ownerId;
        this.requestKey = requestKey;
        this.request = request;
        this.createdAt = now;
    }
}
