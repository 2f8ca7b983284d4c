package dev.storyloom.story.condenser;

import java.util.List;
import java.util.Set;

/**
 * One sentence as a stage: who is on it, where and when, after everything the story said before.
 *
 * @param figures   whom it names
 * @param present   whom it names and who is still there
 * @param placed    whether this sentence itself names the place
 * @param timed     whether this sentence itself names the time
 * @param moved     whether the place is another than a sentence before
 * @param laterOn   whether the time is another than a sentence before
 * @param newcomers whether somebody comes on stage
 * @param gone      who has gone home or said goodbye
 */
record Moment(Sentence sentence, List<Figure> figures, List<Figure> present, List<Deed> deeds, Entry place, Entry time,
              List<Entry> weather, List<Entry> moods, List<Hit> things, List<String> outfits, String held,
              boolean placed, boolean timed, boolean moved, boolean laterOn, boolean newcomers, Set<Figure> gone) {
}
