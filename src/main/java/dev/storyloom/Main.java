package dev.storyloom;

import dev.storyloom.cli.Storyloom;
import io.quarkus.runtime.annotations.QuarkusMain;

/** Where the program starts; the web application is only started by the command that serves it. */
@QuarkusMain
public final class Main {

    private Main() {
    }

    public static void main(String... arguments) {
        System.exit(Storyloom.run(arguments));
    }
}
