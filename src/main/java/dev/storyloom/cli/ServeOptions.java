package dev.storyloom.cli;

import io.quarkus.runtime.Quarkus;
import java.nio.file.Path;
import java.util.concurrent.atomic.AtomicInteger;
import picocli.CommandLine.Option;

/** Where the web application listens and keeps its data; all of it can be configured in other ways too. */
final class ServeOptions {

    @Option(names = "--host", paramLabel = "ADDRESS")
    String host;

    @Option(names = "--port", paramLabel = "PORT")
    Integer port;

    @Option(names = "--data-dir", paramLabel = "DIR")
    Path data;

    @Option(names = "--model", paramLabel = "DIR")
    Path model;

    /** Serves until the program is stopped. */
    int run() {
        set("quarkus.http.host", host);
        set("quarkus.http.port", port);
        set("storyloom.data-dir", data);
        set("storyloom.model", model);
        var exit = new AtomicInteger();
        Quarkus.run(null, (code, failure) -> {
            exit.set(code);
            if (failure != null) {
                System.err.println(cause(failure));
            }
        });
        return exit.get();
    }

    /** What was wrong, without the layers that it came through. */
    private static String cause(Throwable failure) {
        Throwable cause = failure;
        while (cause.getCause() != null) {
            cause = cause.getCause();
        }
        return cause.getMessage() == null ? cause.toString() : cause.getMessage();
    }

    private static void set(String property, Object value) {
        if (value != null) {
            System.setProperty(property, value.toString());
        }
    }
}
