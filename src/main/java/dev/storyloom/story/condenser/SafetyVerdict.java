package dev.storyloom.story.condenser;

import java.util.Locale;

/**
 * Whether a text may become a children's book.
 *
 * @param reason null where it may
 */
public record SafetyVerdict(Reason reason) {

    static final SafetyVerdict SAFE = new SafetyVerdict(null);

    /** Why a text is refused; the code is for programs. */
    public enum Reason {
        SEXUAL, LANGUAGE, VIOLENCE, SELF_HARM, HATE, DRUGS, REAL_PERSON;

        public String code() {
            return name().toLowerCase(Locale.ROOT);
        }

        String messageKey() {
            return "unsafe." + code();
        }
    }

    public boolean safe() {
        return reason == null;
    }

    /** A kind sentence for the writer and a way to go on; empty for a safe text. */
    public String message(Locale locale) {
        return safe() ? "" : StoryException.text(reason.messageKey(), locale);
    }
}
