package dev.storyloom.job;

/** What a job does, and how urgent it is: a reader waiting for a page goes before a training. */
public enum JobKind {
    TRAIN(10),
    RENDER(90);

    private final int priority;

    JobKind(int priority) {
        this.priority = priority;
    }

    /** Higher runs first. */
    public int priority() {
        return priority;
    }
}
