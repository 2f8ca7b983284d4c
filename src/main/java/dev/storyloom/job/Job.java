package dev.storyloom.job;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.UUID;

/** One long piece of work for one account, and all that a page needs to show of it. */
@Entity
@Table(name = "job")
public class Job {

    @Id
    public UUID id;

    @Column(name = "owner_id", nullable = false, updatable = false)
    public UUID ownerId;

    @Enumerated(EnumType.STRING)
    @Column(nullable = false, updatable = false)
    public JobKind kind;

    /** The character or the book this job works on. */
    @Column(name = "subject_id", nullable = false, updatable = false)
    public UUID subjectId;

    /** Kind and subject while the job can still go on, else null: unique, so a double click makes one job. */
    @Column(name = "active_key", unique = true)
    public String activeKey;

    @Enumerated(EnumType.STRING)
    @Column(nullable = false)
    public JobState state = JobState.QUEUED;

    /** The fence: goes up at every claim, and every write of a slice names it. */
    @Column(nullable = false)
    public int attempt;

    /** True while a slice is at work (or died at work). */
    @Column(nullable = false)
    public boolean claimed;

    /** Slices in a row that threw. */
    @Column(nullable = false)
    public int failures;

    /** Slices in a row that never came back, because the process died under them. */
    @Column(nullable = false)
    public int crashes;

    @Column(nullable = false)
    public int step;

    @Column(nullable = false)
    public int steps;

    /** The handler's own part of the snapshot, as JSON; may be null. */
    public String detail;

    /** Number of the newest event. */
    @Column(name = "last_seq", nullable = false)
    public long lastSeq;

    /** Why it failed: a code of the message bundle, null unless FAILED. */
    public String error;

    @Column(name = "created_at", nullable = false, updatable = false)
    public Instant createdAt;

    @Column(name = "started_at")
    public Instant startedAt;

    @Column(name = "finished_at")
    public Instant finishedAt;

    @Column(name = "cancel_requested_at")
    public Instant cancelRequestedAt;
}
