package dev.storyloom.web;

import io.quarkus.vertx.http.runtime.filters.Filters;
import io.vertx.core.MultiMap;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;

/**
 * The headers of every answer, pages, files and failures alike; a resource may set stricter ones of its own.
 *
 * <p>Referrer-Policy is same-origin and not no-referrer: no other site ever learns an address either way, but with
 * no-referrer browsers send {@code Origin: null} with our own forms, and the Origin check could not tell them apart.
 */
@ApplicationScoped
class SecurityHeaders {
    static final String POLICY = "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' blob:;"
            + " font-src 'self'; connect-src 'self'; manifest-src 'self'; form-action 'self'; base-uri 'none';"
            + " object-src 'none'; frame-ancestors 'none'";

    private final Origins origins;

    SecurityHeaders(Origins origins) {
        this.origins = origins;
    }

    void register(@Observes Filters filters) {
        filters.register(this::add, 1000);
    }

    /** Completed last of all: what a resource has said by then stands. */
    private void add(RoutingContext context) {
        context.addHeadersEndHandler(end -> complete(context));
        context.next();
    }

    private void complete(RoutingContext context) {
        MultiMap headers = context.response().headers();
        String path = context.request().path();
        offer(headers, "Content-Security-Policy", POLICY);
        offer(headers, "X-Content-Type-Options", "nosniff");
        offer(headers, "Referrer-Policy", isLink(path) ? "no-referrer" : "same-origin");
        offer(headers, "Cross-Origin-Opener-Policy", "same-origin");
        offer(headers, "Cross-Origin-Resource-Policy", "same-origin");
        offer(headers, "Permissions-Policy", "camera=(), microphone=(), geolocation=(), payment=(), usb=()");
        if (!isFile(path)) {
            offer(headers, "Cache-Control", "no-store");
        }
        if (origins.secure(context.request())) {
            headers.set("Strict-Transport-Security", "max-age=31536000; includeSubDomains");
        }
    }

    private static void offer(MultiMap headers, String name, String value) {
        if (!headers.contains(name)) {
            headers.set(name, value);
        }
    }

    /** The address of a shared book is its key: not even our own pages are told it. */
    private static boolean isLink(String path) {
        return path.startsWith("/s/");
    }

    private static boolean isFile(String path) {
        return path.startsWith("/css/") || path.startsWith("/js/") || path.startsWith("/img/")
                || path.startsWith("/fonts/");
    }
}
