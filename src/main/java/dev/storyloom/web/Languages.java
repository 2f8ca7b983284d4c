package dev.storyloom.web;

import java.util.List;
import java.util.Locale;
import java.util.Locale.LanguageRange;

/** The languages Storyloom speaks, and the choice among them: the person's own, else the browser's, else English. */
public final class Languages {
    public static final Locale ENGLISH = Locale.ENGLISH;
    public static final Locale VIETNAMESE = Locale.forLanguageTag("vi");
    public static final List<Locale> ALL = List.of(ENGLISH, VIETNAMESE);
    static final String COOKIE = "lang";

    private Languages() {
    }

    static Locale choose(String cookie, String acceptLanguage) {
        return ALL.stream().filter(locale -> locale.getLanguage().equals(cookie)).findFirst()
                .orElseGet(() -> accepted(acceptLanguage));
    }

    private static Locale accepted(String header) {
        if (header == null || header.isBlank() || header.length() > 500) {
            return ENGLISH;
        }
        try {
            Locale best = Locale.lookup(LanguageRange.parse(header), ALL);
            return best == null ? ENGLISH : best;
        } catch (IllegalArgumentException unreadable) {
            return ENGLISH;
        }
    }
}
