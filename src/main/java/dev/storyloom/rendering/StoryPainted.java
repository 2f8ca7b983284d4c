package dev.storyloom.rendering;

import java.util.List;
import java.util.UUID;

/** Every page of the story has its picture: told in the transaction that writes the last of them. */
public record StoryPainted(UUID storyId, UUID ownerId, List<PaintedPage> pages) {
    /** A page in reading order, with the picture that belongs to its words. */
    public record PaintedPage(int position, UUID sceneId, String narration, UUID pictureId, String blobKey) {
    }
}
