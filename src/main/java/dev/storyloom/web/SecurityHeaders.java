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

    private void add(RoutingContext context) {
        MultiMap headers = context.response().headers();
        headers.set("Content-Security-Policy", POLICY);
        headers.set("X-Content-Type-Options", "nosniff");
        headers.set("Referrer-Policy", isLink(context.request().path()) ? "no-referrer" : "same-origin");
        headers.set("Cross-Origin-Opener-Policy", "same-origin");
        headers.set("Cross-Origin-Resource-Policy", "same-origin");
        headers.set("Permissions-Policy", "camera=(), microphone=(), geolocation=(), payment=(), usb=()");
        if (!isFile(context.request().path())) {
            headers.set("Cache-Control", "no-store");
        }
        if (origins.secure(context.request())) {
            headers.set("Strict-Transport-Security", "max-age=31536000; includeSubDomains");
        }
        context.next();
    }

    /** The address of a shared book is its key: not even our own pages are told it. */
    private static boolean isLink(String path) {
        return path.startsWith("/s/");
    }

    private static boolean isFile(String path) {
        return path.startsWith("/css/") || path.startsWith("/js/") || path.startsWith("/img/");
    }
}
