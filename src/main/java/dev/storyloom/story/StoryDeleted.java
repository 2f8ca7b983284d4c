package dev.storyloom.story;

import java.util.UUID;

/** Told in the transaction that deletes a story, before its rows go. */
public record StoryDeleted(UUID storyId) {
}
