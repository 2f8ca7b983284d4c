package dev.storyloom.account;

import dev.storyloom.web.AdministratorsOnly;
import dev.storyloom.web.Api;
import dev.storyloom.web.Csrf;
import dev.storyloom.web.HostCookies;
import dev.storyloom.web.Public;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.ext.web.RoutingContext;
import jakarta.ws.rs.NotAuthorizedException;
import jakarta.ws.rs.NotFoundException;
import jakarta.ws.rs.Priorities;
import jakarta.ws.rs.container.ResourceInfo;
import java.time.Duration;
import java.util.Optional;
import org.jboss.resteasy.reactive.server.ServerRequestFilter;

/** Finds out who asks, and closes every resource that is not marked {@link Public} to people who are not signed in. */
class SessionFilter {
    static final String SESSION = "sid";
    static final String VISITOR = "visitor";
    private static final Duration VISIT = Duration.ofDays(1);

    private final Sessions sessions;
    private final HostCookies cookies;
    private final Viewer viewer;
    private final Csrf csrf;
    private final ApiTokens keys;

    SessionFilter(Sessions sessions, HostCookies cookies, Viewer viewer, Csrf csrf, ApiTokens keys) {
        this.sessions = sessions;
        this.cookies = cookies;
        this.viewer = viewer;
        this.csrf = csrf;
        this.keys = keys;
    }

    @ServerRequestFilter(priority = Priorities.AUTHENTICATION)
    public void recognise(RoutingContext context, ResourceInfo resource) {
        HttpServerRequest request = context.request();
        if (Api.asks(request)) {
            Optional.ofNullable(Api.key(request)).flatMap(keys::follow).ifPresent(account -> viewer.become(account, null));
            return;
        }
        cookies.read(request, SESSION).ifPresent(token -> sessions.find(token).ifPresent(session -> {
            viewer.become(session.account, session.id);
            csrf.bind(csrfToken(token));
        }));
        // Before anything is set or asked of the form: no answer may differ from that of an unknown address.
        if (resource.getResourceClass().isAnnotationPresent(AdministratorsOnly.class) && !viewer.administrator()) {
            throw new NotFoundException();
        }
        if (!viewer.signedIn()) {
            csrf.bind(csrfToken(cookies.read(request, VISITOR).orElseGet(() -> greet(request))));
        }
    }

    @ServerRequestFilter(priority = Priorities.AUTHORIZATION)
    public void close(ResourceInfo resource) {
        boolean open = resource.getResourceMethod().isAnnotationPresent(Public.class)
                || resource.getResourceClass().isAnnotationPresent(Public.class);
        if (!open && !viewer.signedIn()) {
            throw new NotAuthorizedException("Session");
        }
    }

    static String csrfToken(String secret) {
        return Tokens.derive(secret, "form");
    }

    private String greet(HttpServerRequest request) {
        String secret = Tokens.create();
        cookies.write(request, VISITOR, secret, VISIT);
        return secret;
    }
}
