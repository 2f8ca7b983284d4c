package dev.storyloom.story;

import java.text.BreakIterator;
import java.util.Locale;
import java.util.Optional;

/** The words of a page, cut in two. */
record Halves(String first, String second) {
    /**
     * Cuts at the place given, or, where that is at an edge, between the two sentences (or else words) nearest the middle.
     * Empty when there is nothing to cut.
     */
    static Optional<Halves> of(String text, int at, String language) {
        var locale = Locale.forLanguageTag(language);
        return at(text, at).or(() -> at(text, nearestMiddle(BreakIterator.getSentenceInstance(locale), text)))
                .or(() -> at(text, nearestMiddle(BreakIterator.getLineInstance(locale), text)));
    }

    private static Optional<Halves> at(String text, int at) {
        if (at <= 0 || at >= text.length()) {
            return Optional.empty();
        }
        var halves = new Halves(text.substring(0, at).strip(), text.substring(at).strip());
        return Wording.isBlank(halves.first) || Wording.isBlank(halves.second) ? Optional.empty() : Optional.of(halves);
    }

    private static int nearestMiddle(BreakIterator breaks, String text) {
        breaks.setText(text);
        var best = 0;
        for (var at = breaks.first(); at != BreakIterator.DONE; at = breaks.next()) {
            if (at > 0 && at < text.length()
                    && (best == 0 || Math.abs(at - text.length() / 2) < Math.abs(best - text.length() / 2))) {
                best = at;
            }
        }
        return best;
    }
}
