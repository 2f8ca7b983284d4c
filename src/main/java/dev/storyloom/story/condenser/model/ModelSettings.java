package dev.storyloom.story.condenser.model;

import java.net.URI;
import java.time.Duration;

/**
 * Which language model to ask.
 *
 * @param kind    the protocol it speaks
 * @param url     its base address, for example {@code http://127.0.0.1:11434}
 * @param name    of the model there
 * @param key     empty where it wants none
 * @param timeout for the whole question, both tries together
 */
public record ModelSettings(Kind kind, URI url, String name, String key, Duration timeout) {

    /** The protocols that are spoken. */
    public enum Kind {
        OPENAI, OLLAMA
    }

    public ModelSettings {
        if (url.getHost() == null || !url.getScheme().matches("https?")) {
            throw new IllegalArgumentException("storyloom.condenser.url must be an http or https address, but is " + url);
        }
        if (timeout.isNegative() || timeout.isZero()) {
            throw new IllegalArgumentException("storyloom.condenser.timeout must be positive, but is " + timeout);
        }
    }
}
