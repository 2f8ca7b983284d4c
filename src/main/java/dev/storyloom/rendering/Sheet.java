package dev.storyloom.rendering;

import dev.storyloom.diffusion.pipeline.ImageRequest;
import java.util.UUID;

/**
 * A page to paint: its words, exactly what the painter will be asked, and its picture once it is there, else null.
 *
 * @param sketch the same in few steps, to be seen before; null where none is wanted
 */
record Sheet(int position, UUID sceneId, String narration, Wish wish, Wish sketch) {

    /** One picture that is asked for, its fingerprint, and the picture itself, null until it is painted. */
    record Wish(ImageRequest request, String fingerprint, Picture picture) {
        boolean painted() {
            return picture != null;
        }

        String blobKey(UUID storyId) {
            return folder(storyId) + "/" + fingerprint + ".png";
        }
    }

    Sheet withoutSketch() {
        return new Sheet(position, sceneId, narration, wish, null);
    }

    boolean painted() {
        return wish.painted();
    }

    /** Whether a sketch shall be painted before the picture. */
    boolean wantsSketch() {
        return sketch != null && !sketch.painted() && !painted();
    }

    /** What there is to look at: the picture, or its sketch, or null. */
    Picture toSee() {
        return painted() || sketch == null ? wish.picture() : sketch.picture();
    }

    int steps() {
        return wish.request().steps() + (sketch == null ? 0 : sketch.request().steps());
    }

    int stepsDone() {
        return painted() ? steps() : sketch != null && sketch.painted() ? sketch.request().steps() : 0;
    }

    /** Below this key lie all pictures of a story. */
    static String folder(UUID storyId) {
        return "stories/" + storyId;
    }
}
