package dev.storyloom.book.edition;

import java.util.List;

/**
 * One side of a sheet of the book.
 *
 * @param number the story's page that it belongs to, from 1; 0 for the cover and the back
 * @param ground the colour up to the edge and beyond
 */
record Side(Kind kind, int number, Colour ground, List<Mark> marks) {
    enum Kind {
        COVER, PICTURE, WORDS, BLANK, BACK
    }
}
