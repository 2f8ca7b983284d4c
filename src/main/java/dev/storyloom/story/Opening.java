package dev.storyloom.story;

import java.util.UUID;

/** A story with the beginning of its text alone; the character may be null. */
public record Opening(UUID id, String title, String text, UUID characterId) {
}
