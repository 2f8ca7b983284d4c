package dev.storyloom.job;

/**
 * The work behind one kind of job, done in slices of some seconds so that a restart, a cancel or a more urgent job
 * never waits long. One CDI bean per kind. A slice must leave behind what the next one needs (a checkpoint, a page).
 */
public interface JobHandler {

    JobKind kind();

    /**
     * Does the next slice. Runs on a job thread, outside any transaction, with a request context.
     *
     * @throws JobFailure with a code the reader gets explained; anything else counts as an unknown failure. Both are
     *     tried again twice, unless the failure says that trying again is useless.
     */
    JobSlice run(JobRun run) throws Exception;

    /** Called in the transaction that ends the job (DONE, FAILED or CANCELLED), to move the subject along with it. */
    default void over(Job job) {
    }
}
