package dev.storyloom.cli;

import java.text.MessageFormat;
import java.util.Locale;
import java.util.MissingResourceException;
import java.util.Optional;
import java.util.ResourceBundle;

/** The command line's texts, from {@code messages/cli.properties} and {@code messages/cli_vi.properties}. */
final class Words {

    static final String BUNDLE = "messages.cli";

    private Words() {
    }

    /** The text of {@code key} in the default locale, with {0}, {1} … filled in; numbers as {@code %d} would. */
    static String say(String key, Object... values) {
        return fill(bundle().getString(key), values);
    }

    static Optional<String> find(String key, Object... values) {
        try {
            return Optional.of(say(key, values));
        } catch (MissingResourceException unknown) {
            return Optional.empty();
        }
    }

    private static String fill(String text, Object... values) {
        Object[] plain = new Object[values.length];
        for (int i = 0; i < values.length; i++) {
            plain[i] = String.valueOf(values[i]);
        }
        return new MessageFormat(text, Locale.ROOT).format(plain);
    }

    private static ResourceBundle bundle() {
        var noFallback = ResourceBundle.Control.getNoFallbackControl(ResourceBundle.Control.FORMAT_PROPERTIES);
        return ResourceBundle.getBundle(BUNDLE, Locale.getDefault(), Words.class.getClassLoader(), noFallback);
    }
}
