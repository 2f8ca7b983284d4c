package dev.storyloom.job;

/** A slice tried to write after a later attempt, a cancel or a deletion had taken the job from it. */
public final class FencedOff extends RuntimeException {

    private static final long serialVersionUID = 1L;

    FencedOff(Object jobId, int attempt) {
        super("Job " + jobId + " no longer belongs to attempt " + attempt, null, false, false);
    }
}
