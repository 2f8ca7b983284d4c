package dev.storyloom.rendering;

import dev.storyloom.rendering.StoryPainted.PaintedPage;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** All pages of a story as they shall be painted now, in reading order. */
record PaintingPlan(UUID storyId, UUID ownerId, List<Sheet> sheets) {
    /** The next page without its picture. */
    Optional<Sheet> next() {
        return sheets.stream().filter(sheet -> !sheet.painted()).findFirst();
    }

    /** The next page to sketch; all sketches come before the first picture, so that the whole book is soon seen. */
    Optional<Sheet> nextSketch() {
        return sheets.stream().filter(Sheet::wantsSketch).findFirst();
    }

    int steps() {
        return sheets.stream().mapToInt(Sheet::steps).sum();
    }

    int stepsDone() {
        return sheets.stream().mapToInt(Sheet::stepsDone).sum();
    }

    /** What to tell when nothing is left to paint. */
    StoryPainted finished() {
        return new StoryPainted(storyId, ownerId, sheets.stream().map(sheet -> new PaintedPage(sheet.position(),
                sheet.sceneId(), sheet.narration(), sheet.wish().picture().id,
                sheet.wish().picture().blobKey)).toList());
    }
}
