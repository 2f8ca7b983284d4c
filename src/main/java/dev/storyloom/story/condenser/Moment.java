package dev.storyloom.story.condenser;

import java.util.List;

/**
 * One sentence as a stage: who is on it, where and when, after everything the story said before.
 *
 * @param placed    whether this sentence itself names the place
 * @param timed     whether this sentence itself names the time
 * @param moved     whether the place is another than a sentence before
 * @param laterOn   whether the time is another than a sentence before
 * @param newcomers whether somebody comes on stage
 */
record Moment(Sentence sentence, List<Figure> figures, List<Deed> deeds, Entry place, Entry time,
              List<Entry> weather, List<Entry> moods, List<Hit> things, String outfit,
              boolean placed, boolean timed, boolean moved, boolean laterOn, boolean newcomers) {
}
