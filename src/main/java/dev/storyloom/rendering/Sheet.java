package dev.storyloom.rendering;

import dev.storyloom.diffusion.pipeline.ImageRequest;
import java.util.UUID;

/** A page to paint: its words, exactly what the painter will be asked, and its picture once it is there, else null. */
record Sheet(int position, UUID sceneId, String narration, ImageRequest request, String fingerprint, Picture picture) {
    boolean painted() {
        return picture != null;
    }

    String blobKey(UUID storyId) {
        return folder(storyId) + "/" + fingerprint + ".png";
    }

    /** Below this key lie all pictures of a story. */
    static String folder(UUID storyId) {
        return "stories/" + storyId;
    }
}
