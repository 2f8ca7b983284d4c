package dev.storyloom.job;

/** What a handler says at the end of a slice. */
public enum JobSlice {
    /** Call me again as soon as it is my turn. */
    MORE,
    /** I wait for something (such as another job); let others go first and ask again in some seconds. */
    LATER,
    /** All is done. */
    DONE
}
