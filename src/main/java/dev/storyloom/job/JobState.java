package dev.storyloom.job;

/** Where a job stands. QUEUED, RUNNING and PAUSED can still go on; the others are final. */
public enum JobState {
    QUEUED, RUNNING, PAUSED, DONE, FAILED, CANCELLED;

    public boolean isOver() {
        return this == DONE || this == FAILED || this == CANCELLED;
    }
}
