package dev.storyloom.job;

import java.util.UUID;

/**
 * What a program gets for work that has been started.
 *
 * @param job null while the work waits for other work
 */
public record Started(UUID job) {
}
