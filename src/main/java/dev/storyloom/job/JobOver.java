package dev.storyloom.job;

/** Fired in the transaction that ends a job, for features that go on from there, such as painting after learning. */
public record JobOver(Job job) {
}
