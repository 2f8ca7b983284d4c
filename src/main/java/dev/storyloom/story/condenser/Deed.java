package dev.storyloom.story.condenser;

/**
 * What somebody does.
 *
 * @param actor  may be null when the story does not say
 * @param phrase English, object filled in ("reading a book")
 * @param object that fills the phrase, or empty
 * @param weak   whether any other deed makes a better picture
 */
record Deed(Figure actor, String phrase, String object, boolean weak) {

    boolean byCast() {
        return actor != null && actor.cast();
    }

    /** The first word of the phrase. */
    String verb() {
        return phrase.split(" ")[0];
    }
}
