package dev.storyloom.story.condenser;

/** What an entry of the picture lexicon is. */
enum Kind {
    CREATURE, PERSON, PLACE, TIME, WEATHER, ACTION, THING, MOOD, COLOUR,
    /** Words that only look like something to draw. */
    IDIOM;

    boolean being() {
        return this == CREATURE || this == PERSON;
    }

    boolean noun() {
        return being() || this == PLACE || this == THING || this == WEATHER;
    }
}
