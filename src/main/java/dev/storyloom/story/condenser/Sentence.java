package dev.storyloom.story.condenser;

/**
 * One sentence of a story.
 *
 * @param start     of its first character in the story
 * @param end       after its last character
 * @param told      its text with everything spoken blanked out, of the same length
 * @param paragraph whether it opens a paragraph
 */
record Sentence(int start, int end, String told, boolean paragraph) {

    int length() {
        return end - start;
    }
}
