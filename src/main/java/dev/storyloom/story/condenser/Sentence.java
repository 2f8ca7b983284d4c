package dev.storyloom.story.condenser;

/**
 * One sentence of a story.
 *
 * @param start     of its first character in the story
 * @param end       after its last character
 * @param told      its text with everything spoken blanked out, of the same length
 * @param gap       how it is set off from the sentence before: 0 not, 1 on a new line, 2 after an empty line
 */
record Sentence(int start, int end, String told, int gap) {

    int length() {
        return end - start;
    }
}
