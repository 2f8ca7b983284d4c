package dev.storyloom.book.edition;

import java.text.BreakIterator;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/** Sets paragraphs into a box: as large as they fit, in lines of even length. */
final class Typesetter {
    private static final double LEADING = 1.45;
    private static final double BETWEEN = 0.55;

    private final Face face;
    private final Locale locale;

    Typesetter(Face face, String language) {
        this.face = face;
        this.locale = Locale.forLanguageTag(language);
    }

    /** A line of a paragraph; its top is so many millimetres below the top of the first one. */
    record Placed(String text, int paragraph, double top) {
    }

    /** What fits a box at this size, and the paragraphs that did not fit any more. */
    record Setting(double size, double height, List<Placed> lines, List<String> rest) {
    }

    /** The largest of the sizes (in descending order) at which all fits; at the smallest one, what does not fit is left over. */
    Setting set(List<String> paragraphs, double width, double height, double... sizes) {
        var drawable = paragraphs.stream().map(face::drawable).map(String::strip).filter(text -> !text.isEmpty()).toList();
        for (var size : sizes) {
            var setting = at(size, drawable, width, height);
            if (setting.rest.isEmpty()) {
                return setting;
            }
        }
        return at(sizes[sizes.length - 1], drawable, width, height);
    }

    private Setting at(double size, List<String> paragraphs, double width, double height) {
        var lines = new ArrayList<Placed>();
        var top = 0.0;
        for (var number = 0; number < paragraphs.size(); number++) {
            var broken = lines(paragraphs.get(number), width / size);
            for (var line = 0; line < broken.size(); line++) {
                if (top + size * LEADING > height + 1e-6) {
                    var rest = new ArrayList<>(List.of(String.join(" ", broken.subList(line, broken.size()))));
                    rest.addAll(paragraphs.subList(number + 1, paragraphs.size()));
                    return new Setting(size, top, lines, rest);
                }
                lines.add(new Placed(broken.get(line), number, top));
                top += size * LEADING;
            }
            top += size * BETWEEN;
        }
        return new Setting(size, lines.isEmpty() ? 0 : top - size * BETWEEN, lines, List.of());
    }

    /** The paragraph in as few lines as possible, so broken that the squares of the gaps at their ends are least. */
    List<String> lines(String paragraph, double width) {
        var pieces = pieces(paragraph, width);
        var n = pieces.size();
        var cost = new double[n + 1];
        var next = new int[n];
        Arrays.fill(cost, 0, n, Double.MAX_VALUE);
        for (var from = n - 1; from >= 0; from--) {
            for (var to = from + 1; to <= n; to++) {
                var gap = width - face.width(String.join("", pieces.subList(from, to)).strip());
                if (gap < 0 && to > from + 1) {
                    break;
                }
                // A line more costs more than any gap: fewest lines first, then even ones.
                var whole = cost[to] + width * width * 4 + gap * gap * (to == n ? 0.35 : 1);
                if (whole < cost[from]) {
                    cost[from] = whole;
                    next[from] = to;
                }
            }
        }
        var lines = new ArrayList<String>();
        for (var at = 0; at < n; at = next[at]) {
            lines.add(String.join("", pieces.subList(at, next[at])).strip());
        }
        return lines;
    }

    /** Where a line may end, as the language has it; a word wider than the box is cut into its letters. */
    private List<String> pieces(String paragraph, double width) {
        var pieces = new ArrayList<String>();
        for (var piece : between(BreakIterator.getLineInstance(locale), paragraph)) {
            if (face.width(piece.strip()) <= width) {
                pieces.add(piece);
            } else {
                pieces.addAll(between(BreakIterator.getCharacterInstance(locale), piece));
            }
        }
        return pieces;
    }

    private static List<String> between(BreakIterator breaks, String text) {
        breaks.setText(text);
        var pieces = new ArrayList<String>();
        for (int from = breaks.first(), to = breaks.next(); to != BreakIterator.DONE; from = to, to = breaks.next()) {
            pieces.add(text.substring(from, to));
        }
        return pieces;
    }
}
