package dev.storyloom.book.edition;

/** One thing on a page, in millimetres from the upper left corner of the trimmed page. */
sealed interface Mark {

    /** A rectangle of one colour, or only its edge where {@code line} is above zero. */
    record Box(double x, double y, double width, double height, double line, Colour colour) implements Mark {
    }

    /** A square picture of the book's page {@code number}, from 1. */
    record Painting(int number, double x, double y, double side) implements Mark {
    }

    /** One line of text; lines of the same paragraph follow each other and have the same number, from 0. */
    record Line(String text, double x, double baseline, double size, Face face, Colour colour, int paragraph)
            implements Mark {
    }
}
