package dev.storyloom.rendering;

import dev.storyloom.rendering.StoryPainted.PaintedPage;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** All pages of a story as they shall be painted now, in reading order. */
record PaintingPlan(UUID storyId, UUID ownerId, List<Sheet> sheets) {
    Optional<Sheet> next() {
        return sheets.stream().filter(sheet -> !sheet.painted()).findFirst();
    }

    int painted() {
        return (int) sheets.stream().filter(Sheet::painted).count();
    }

    /** What to tell when nothing is left to paint. */
    StoryPainted finished() {
        return new StoryPainted(storyId, ownerId, sheets.stream().map(sheet -> new PaintedPage(sheet.position(),
                sheet.sceneId(), sheet.narration(), sheet.picture().id, sheet.picture().blobKey)).toList());
    }
}
