package dev.storyloom.job;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.IdClass;
import jakarta.persistence.Table;
import java.io.Serializable;
import java.time.Instant;
import java.util.UUID;

/** Something that happened to a job, numbered without gaps and written together with the state it tells of. */
@Entity
@Table(name = "job_event")
@IdClass(JobEvent.Key.class)
public class JobEvent {

    @Id
    @Column(name = "job_id")
    public UUID jobId;

    @Id
    public long seq;

    @Column(nullable = false, updatable = false)
    public String type;

    /** JSON. */
    @Column(nullable = false, updatable = false)
    public String payload;

    @Column(name = "created_at", nullable = false, updatable = false)
    public Instant createdAt;

    /** A job and a number in it. */
    public static class Key implements Serializable {

        private static final long serialVersionUID = 1L;

        public UUID jobId;
        public long seq;

        @Override
        public boolean equals(Object other) {
            return other instanceof Key key && key.seq == seq && key.jobId.equals(jobId);
        }

        @Override
        public int hashCode() {
            return jobId.hashCode() * 31 + Long.hashCode(seq);
        }
    }
}
