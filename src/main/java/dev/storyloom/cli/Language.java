package dev.storyloom.cli;

import java.util.Locale;
import java.util.Map;

/** The language to speak on the command line: {@code --lang}, else what the terminal's environment says. */
final class Language {

    private static final Locale VIETNAMESE = Locale.forLanguageTag("vi");

    private Language() {
    }

    /**
     * Looks at the environment itself, because Java falls back to English where a locale is named that the machine has
     * no data for.
     */
    static Locale of(String[] arguments, Map<String, String> environment, Locale otherwise) {
        for (int i = 0; i < arguments.length; i++) {
            if (arguments[i].startsWith("--lang=")) {
                return spoken(arguments[i].substring("--lang=".length()));
            }
            if (arguments[i].equals("--lang") && i + 1 < arguments.length) {
                return spoken(arguments[i + 1]);
            }
        }
        for (String variable : new String[] {"LC_ALL", "LC_MESSAGES", "LANG"}) {
            String value = environment.getOrDefault(variable, "");
            if (!value.isBlank()) {
                return spoken(value);
            }
        }
        return spoken(otherwise.getLanguage());
    }

    private static Locale spoken(String language) {
        return language.toLowerCase(Locale.ROOT).startsWith("vi") ? VIETNAMESE : Locale.ENGLISH;
    }
}
