package dev.storyloom.book;

import dev.storyloom.web.Throttle;
import io.vertx.core.http.HttpServerRequest;
import jakarta.ws.rs.ClientErrorException;
import jakarta.ws.rs.NotFoundException;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerRequestFilter;
import jakarta.ws.rs.container.ContainerResponseContext;
import jakarta.ws.rs.container.ContainerResponseFilter;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.ext.Provider;
import java.net.URI;
import java.time.Duration;

/**
 * The one guard in front of every byte behind a share link. Unknown, changed, expired and revoked tokens get the same
 * 404; whoever brings too many of them is told to wait. A locked link lets its reader as far as the page that asks for
 * the PIN.
 */
@Shared
@Provider
class ShareGuard implements ContainerRequestFilter, ContainerResponseFilter {
    static final int BAD_TOKENS = 30;
    private static final Duration WINDOW = Duration.ofMinutes(10);
    private static final int TOO_MANY_REQUESTS = 429;

    private final ShareLinks links;
    private final SharedBook book;
    private final HttpServerRequest http;
    private final SharePasses passes;
    private volatile Throttle bad = new Throttle(BAD_TOKENS, WINDOW);

    ShareGuard(ShareLinks links, SharedBook book, HttpServerRequest http, SharePasses passes) {
        this.links = links;
        this.book = book;
        this.http = http;
        this.passes = passes;
    }

    @Override
    public void filter(ContainerRequestContext request) {
        var token = ShareToken.parse(request.getUriInfo().getPathParameters().getFirst("token"));
        var link = token.filter(this::isWrittenPlainly).flatMap(links::follow).orElseThrow(this::refusal);
        var unlocked = !link.locked || passes.opens(http, link, token.get());
        book.open(link, unlocked);
        var page = "/s/" + token.get().text();
        var door = http.path().equals(page + "/pin");
        if (!unlocked && http.path().equals(page)) {
            request.abortWith(Response.seeOther(URI.create(page + "/pin")).build());
        } else if (!unlocked && !door) {
            throw new NotFoundException();
        }
    }

    @Override
    public void filter(ContainerRequestContext request, ContainerResponseContext response) {
        response.getHeaders().putSingle("X-Robots-Tag", "noindex, nofollow");
    }

    /** One link, one address: none of its signs may come as %XX. */
    private boolean isWrittenPlainly(ShareToken token) {
        return http.path().startsWith("/s/" + token.text());
    }

    void forgiveEverybody() {
        bad = new Throttle(BAD_TOKENS, WINDOW);
    }

    private ClientErrorException refusal() {
        var remote = http.remoteAddress();
        var wait = bad.take(remote == null ? "unknown" : remote.hostAddress());
        return wait.isZero() ? new NotFoundException() : new ClientErrorException(TOO_MANY_REQUESTS);
    }
}
