package dev.storyloom.cli;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.Locale;

/** Runs command lines in this process and keeps what they say. */
final class Terminal {

    private final StringWriter out = new StringWriter();
    private final StringWriter err = new StringWriter();

    int run(Locale locale, String... arguments) {
        Locale before = Locale.getDefault();
        Locale.setDefault(locale);
        out.getBuffer().setLength(0);
        err.getBuffer().setLength(0);
        try {
            return Storyloom.commandLine().setOut(new PrintWriter(out, true)).setErr(new PrintWriter(err, true))
                    .execute(arguments);
        } finally {
            Locale.setDefault(before);
        }
    }

    int run(String... arguments) {
        return run(Locale.ENGLISH, arguments);
    }

    String out() {
        return out.toString();
    }

    String err() {
        return err.toString();
    }
}
