package dev.storyloom.story;

import dev.storyloom.story.condenser.CastMember;
import java.util.UUID;

/** A character as a story needs it: what the writer calls it, what it is, and the words the painter knows it by. */
public record Hero(UUID id, String name, String classNoun, String token, boolean ready, boolean learning) {
    CastMember castMember() {
        return new CastMember(name, classNoun, token);
    }

    /** The rare one of the painter's words, by which a page's words call it. */
    public String word() {
        return token.substring(0, token.length() - classNoun.length()).strip();
    }
}
