package dev.storyloom.job;

/** What a handler says at the end of a slice: call me again, or all is done. */
public enum JobSlice {
    MORE, DONE
}
