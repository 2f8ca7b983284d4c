package dev.storyloom.cli;

/** What went wrong, for the person at the terminal: a key of the command line's texts and what to fill in. */
final class CommandFailed extends RuntimeException {

    private static final long serialVersionUID = 1L;

    CommandFailed(String key, Object... values) {
        this(null, key, values);
    }

    CommandFailed(Throwable cause, String key, Object... values) {
        super(Words.say(key, values), cause);
    }
}
