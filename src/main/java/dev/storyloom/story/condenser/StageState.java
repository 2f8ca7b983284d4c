package dev.storyloom.story.condenser;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/**
 * What stays true from sentence to sentence until the text changes it.
 *
 * @param present     who is on stage
 * @param placeWritten how the story last wrote the place
 * @param outfits     what the hero wears, with articles
 * @param held        what the hero has in hand, or empty
 */
record StageState(Set<Figure> present, Entry place, String placeWritten, Entry time, List<Entry> weather,
                  List<String> outfits, String held) {

    static final StageState EMPTY = new StageState(Set.of(), null, "", null, List.of(), List.of(), "");

    /** Nobody, nowhere, at no time: where a look back begins. */
    StageState elsewhere() {
        return EMPTY;
    }

    StageState with(Set<Figure> figures) {
        return new StageState(new LinkedHashSet<>(figures), place, placeWritten, time, weather, outfits, held);
    }
}
