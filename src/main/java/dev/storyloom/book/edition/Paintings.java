package dev.storyloom.book.edition;

import java.awt.image.BufferedImage;

/** The book's pictures, by the number of their page from 1; each is read when it is drawn. */
@FunctionalInterface
public interface Paintings {
    BufferedImage of(int number);
}
