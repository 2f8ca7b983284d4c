package dev.storyloom.web;

import io.quarkus.vertx.http.runtime.filters.Filters;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.util.concurrent.TimeUnit;
import org.jboss.logging.Logger;

/** One line for each answer: method, path, status, milliseconds. Never a query, an address, or the token of a link. */
@ApplicationScoped
class AccessLog {
    private static final Logger LOG = Logger.getLogger("dev.storyloom.access");
    private static final int LONGEST = 200;

    void register(@Observes Filters filters) {
        filters.register(this::watch, 1100);
    }

    private void watch(RoutingContext context) {
        if (LOG.isInfoEnabled()) {
            long start = System.nanoTime();
            context.addEndHandler(end -> LOG.infof("%s %d %d ms", line(context.request()),
                    context.response().getStatusCode(), TimeUnit.NANOSECONDS.toMillis(System.nanoTime() - start)));
        }
        context.next();
    }

    private static String line(HttpServerRequest request) {
        return request.method() + " " + masked(String.valueOf(request.path()));
    }

    /** The path without what follows {@code /s/}, which opens a shared book, and without anything but plain signs. */
    static String masked(String path) {
        String plain = path.replaceFirst("^/+s/[^/]*", "/s/***").replaceAll("[^\\x21-\\x7e]", "?");
        return plain.length() <= LONGEST ? plain : plain.substring(0, LONGEST) + "…";
    }
}
