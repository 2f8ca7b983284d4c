package dev.storyloom.book.edition;

/**
 * What a PDF is for.
 *
 * @param edge   what lies around the trimmed page, in millimetres
 * @param bleed  how much of it is printed
 * @param dots   of a picture on 25.4 mm
 */
public enum Paper {
    /** To read on a screen or to print at home. */
    SCREEN(0, 0, 150),
    /** For a printer: bleed, crop marks, 300 DPI. */
    PRINT(12, Layout.BLEED, 300);

    private final double edge;
    private final double bleed;
    private final int dots;

    Paper(double edge, double bleed, int dots) {
        this.edge = edge;
        this.bleed = bleed;
        this.dots = dots;
    }

    double edge() {
        return edge;
    }

    double bleed() {
        return bleed;
    }

    int dots() {
        return dots;
    }

    boolean cropMarks() {
        return bleed > 0;
    }
}
