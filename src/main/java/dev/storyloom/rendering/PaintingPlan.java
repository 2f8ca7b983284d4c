package dev.storyloom.rendering;

import dev.storyloom.rendering.StoryPainted.PaintedPage;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;

/**
 * All pages of a story as they shall be painted now, in reading order.
 *
 * @param spares further pictures of some pages, to choose from; they come after all pages
 */
record PaintingPlan(UUID storyId, UUID ownerId, List<Sheet> sheets, List<Sheet> spares) {
    /** The next page without its picture, or where all have theirs, the next picture to choose from. */
    Optional<Sheet> next() {
        return all().filter(sheet -> !sheet.painted()).findFirst();
    }

    /** The next page to sketch; all sketches come before the first picture, so that the whole book is soon seen. */
    Optional<Sheet> nextSketch() {
        return sheets.stream().filter(Sheet::wantsSketch).findFirst();
    }

    int steps() {
        return all().mapToInt(Sheet::steps).sum();
    }

    int stepsDone() {
        return all().mapToInt(Sheet::stepsDone).sum();
    }

    /** Whether the book can be bound, whatever is still to be painted to choose from. */
    boolean pagesPainted() {
        return sheets.stream().allMatch(Sheet::painted);
    }

    private Stream<Sheet> all() {
        return Stream.concat(sheets.stream(), spares.stream());
    }

    /** What to tell when nothing is left to paint. */
    StoryPainted finished() {
        return new StoryPainted(storyId, ownerId, sheets.stream().map(sheet -> new PaintedPage(sheet.position(),
                sheet.sceneId(), sheet.narration(), sheet.wish().picture().id,
                sheet.wish().picture().blobKey)).toList());
    }
}
