package dev.storyloom.book.edition;

import dev.storyloom.book.edition.Mark.Box;
import dev.storyloom.book.edition.Mark.Line;
import dev.storyloom.book.edition.Mark.Painting;
import dev.storyloom.book.edition.Side.Kind;
import java.util.ArrayList;
import java.util.List;

/**
 * A book laid out on square sides: the cover, for each page its picture on the left and its words on the right, and the
 * back. Sides come in reading order and even in number, so that the back is the outer side of the last sheet.
 */
record Layout(Manuscript book, List<Side> sides) {
    /** The side of the trimmed page, and what is printed beyond it to be cut away, in millimetres. */
    static final double TRIM = 200;
    static final double BLEED = 3;
    /** The number of a page stands in a paragraph of its own. */
    static final int FOLIO = 10_000;

    private static final double MARGIN = 24;
    private static final double COLUMN = TRIM - 2 * MARGIN;
    private static final double TALLEST = TRIM - 2 * MARGIN - 12;
    private static final double[] WORD_SIZES = {10, 9, 8.2, 7.4, 6.7, 6.1, 5.5, 5};
    private static final double[] TITLE_SIZES = {17, 15, 13.5, 12, 10.5, 9, 7.5};
    private static final double ASCENT = 1.05;

    static Layout of(Manuscript book) {
        var sides = new ArrayList<Side>();
        sides.add(cover(book));
        for (var number = 1; number <= book.narrations().size(); number++) {
            if (sides.size() % 2 == 0) {
                sides.add(new Side(Kind.BLANK, 0, Colour.PAPER, List.of()));
            }
            var side = new Painting(number, -BLEED, -BLEED, TRIM + 2 * BLEED);
            sides.add(new Side(Kind.PICTURE, number, Colour.PAPER, List.of(side)));
            words(book, number, sides);
        }
        if (sides.size() % 2 == 0) {
            sides.add(new Side(Kind.BLANK, 0, Colour.PAPER, List.of()));
        }
        sides.add(back(book));
        return new Layout(book, List.copyOf(sides));
    }

    /** The words of one page; what one side cannot hold goes on on the next. */
    private static void words(Manuscript book, int number, List<Side> sides) {
        var setter = new Typesetter(Face.TEXT, book.language());
        var left = book.narrations().get(number - 1).lines().filter(line -> !line.isBlank()).toList();
        do {
            var setting = setter.set(left, COLUMN, TALLEST, WORD_SIZES);
            var marks = new ArrayList<Mark>();
            var top = MARGIN + (TALLEST - setting.height()) / 2;
            // A ragged block looks centred when its widest line is.
            var widest = setting.lines().stream().mapToDouble(line -> Face.TEXT.width(line.text())).max().orElse(0);
            var x = MARGIN + (COLUMN - widest * setting.size()) / 2;
            for (var line : setting.lines()) {
                marks.add(new Line(line.text(), x, top + line.top() + setting.size() * ASCENT, setting.size(), Face.TEXT,
                        Colour.INK, line.paragraph()));
            }
            marks.add(new Box(TRIM / 2 - 7, TRIM - 23, 14, 0.25, 0, Colour.RULE));
            marks.add(centred(String.valueOf(number), TRIM - 14, 5.2, Face.TEXT, Colour.SOFT, FOLIO));
            sides.add(new Side(Kind.WORDS, number, Colour.PAPER, marks));
            left = setting.rest();
        } while (!left.isEmpty());
    }

    private static Side cover(Manuscript book) {
        var marks = board();
        var setter = new Typesetter(Face.TITLE, book.language());
        var setting = setter.set(List.of(book.title()), COLUMN, 44, TITLE_SIZES);
        var top = 18 + (44 - setting.height()) / 2;
        for (var line : setting.lines()) {
            marks.add(centred(line.text(), top + line.top() + setting.size() * ASCENT, setting.size(), Face.TITLE,
                    Colour.GOLD, 0));
        }
        if (!book.narrations().isEmpty()) {
            framed(marks, 1, 46, 70, 108);
        }
        return new Side(Kind.COVER, 0, Colour.BOARD, marks);
    }

    private static Side back(Manuscript book) {
        var marks = board();
        marks.add(centred(book.closing().end(), 58, 15, Face.TITLE, Colour.GOLD, 0));
        if (!book.narrations().isEmpty()) {
            framed(marks, book.narrations().size(), 70, 80, 60);
        }
        marks.add(centred(book.closing().madeWithAi(), 162.5, 5.4, Face.TEXT, Colour.GOLD, 1));
        marks.add(centred(book.closing().madeWith(), 171, 5.4, Face.TEXT, Colour.GOLD, 2));
        return new Side(Kind.BACK, 0, Colour.BOARD, marks);
    }

    private static List<Mark> board() {
        return new ArrayList<>(List.of(new Box(8, 8, TRIM - 16, TRIM - 16, 0.6, Colour.GOLD),
                new Box(10, 10, TRIM - 20, TRIM - 20, 0.25, Colour.GOLD)));
    }

    private static void framed(List<Mark> marks, int number, double x, double y, double side) {
        marks.add(new Box(x - 3, y - 3, side + 6, side + 6, 0, Colour.CREAM));
        marks.add(new Painting(number, x, y, side));
    }

    private static Line centred(String text, double baseline, double size, Face face, Colour colour, int paragraph) {
        var drawable = face.drawable(text);
        return new Line(drawable, (TRIM - face.width(drawable) * size) / 2, baseline, size, face, colour, paragraph);
    }
}
