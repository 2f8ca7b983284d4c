package dev.storyloom.story.condenser;

import java.util.Locale;
import java.util.ResourceBundle;

/** A story that is refused. {@link #code()} is for programs, {@link #message(Locale)} for people. */
public final class StoryException extends RuntimeException {

    public static final String EMPTY = "empty_story";
    public static final String TOO_LONG = "story_too_long";
    public static final String UNSAFE = "unsafe_story";

    private static final String BUNDLE = "dev.storyloom.story.condenser.messages";

    private final String code;
    private final String messageKey;

    public StoryException(String code) {
        this(code, code);
    }

    /** @param messageKey a more exact text of the bundle than the code's own */
    public StoryException(String code, String messageKey) {
        super(code + ": " + text(messageKey, Locale.ENGLISH));
        this.code = code;
        this.messageKey = messageKey;
    }

    /** @param verdict of a text that is not safe */
    public static StoryException unsafe(SafetyVerdict verdict) {
        return new StoryException(UNSAFE, verdict.reason().messageKey());
    }

    public String code() {
        return code;
    }

    /** A kind sentence for the writer: Vietnamese for that locale, else English. */
    public String message(Locale locale) {
        return text(messageKey, locale);
    }

    static String text(String key, Locale locale) {
        Locale known = "vi".equals(locale.getLanguage()) ? locale : Locale.ROOT;
        var control = ResourceBundle.Control.getNoFallbackControl(ResourceBundle.Control.FORMAT_DEFAULT);
        return ResourceBundle.getBundle(BUNDLE, known, StoryException.class.getClassLoader(), control).getString(key);
    }
}
