package dev.storyloom.book.edition;

import java.awt.Color;

/** The inks of a book; the reader's stylesheet has the same. */
enum Colour {
    PAPER(0xfffaf0), INK(0x2c2545), SOFT(0x6f6482), BOARD(0x8a3d45), GOLD(0xf3d9a4), RULE(0xb98a80), CREAM(0xfdf3df);

    private final Color color;

    Colour(int rgb) {
        this.color = new Color(rgb);
    }

    Color color() {
        return color;
    }

    String css() {
        return "#%06x".formatted(color.getRGB() & 0xffffff);
    }
}
