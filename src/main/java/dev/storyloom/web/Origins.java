package dev.storyloom.web;

import io.vertx.core.http.HttpServerRequest;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Locale;
import java.util.Optional;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/**
 * Knows which web origin Storyloom itself has, and so which requests come from its own pages.
 *
 * <p>That is {@code storyloom.public-url} where it is set, as it must be behind a proxy that speaks TLS; else the
 * scheme and Host header of the request, which a page of another site cannot choose.
 */
@ApplicationScoped
public class Origins {
    private final Optional<String> publicOrigin;

    Origins(@ConfigProperty(name = "storyloom.public-url") Optional<String> publicUrl) {
        this.publicOrigin = publicUrl.map(url -> url.strip().replaceAll("(?<=[^/:])/.*$", "").toLowerCase(Locale.ROOT));
    }

    /** The origin of our own pages as a browser writes it, for example {@code https://books.example.org}. */
    public String own(HttpServerRequest request) {
        return publicOrigin.orElseGet(() -> (request.isSSL() ? "https://" : "http://")
                + String.valueOf(host(request)).toLowerCase(Locale.ROOT));
    }

    /** HTTP/2 says it in another place, and without the port that the scheme implies. */
    private static Object host(HttpServerRequest request) {
        String header = request.getHeader("Host");
        return header != null ? header : request.authority();
    }

    /** True only when the browser says that one of our own pages asks; sockets must pass this. */
    public boolean sameOrigin(HttpServerRequest request) {
        return own(request).equals(request.getHeader("Origin"));
    }

    /**
     * False when any header says that another site asks; programs that are no browsers say nothing and may go on. A
     * page that hides its address, as a shared book does, sends {@code Origin: null}: then the browser's own word that
     * the request stays on this site decides.
     */
    public boolean acceptable(HttpServerRequest request) {
        String origin = request.getHeader("Origin");
        String site = request.getHeader("Sec-Fetch-Site");
        if ("same-origin".equals(site) && "null".equals(origin)) {
            return true;
        }
        boolean siteOk = site == null || site.equals("same-origin") || site.equals("none");
        return siteOk && (origin == null || sameOrigin(request));
    }

    /** Whether the browser reaches us over TLS, so that cookies can be bound to it. */
    public boolean secure(HttpServerRequest request) {
        return own(request).startsWith("https://");
    }
}
