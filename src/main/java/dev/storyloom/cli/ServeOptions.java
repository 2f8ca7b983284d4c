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
        Quarkus.run(null, (code, failure) -> exit.set(code));
        return exit.get();
    }

    private static void set(String property, Object value) {
        if (value != null) {
            System.setProperty(property, value.toString());
        }
    }
}
