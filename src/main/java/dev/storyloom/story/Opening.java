package dev.storyloom.story;

import java.util.UUID;

/** A story with the beginning of its text alone. */
public record Opening(UUID id, String title, String text) {
}
