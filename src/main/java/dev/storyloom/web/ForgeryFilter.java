package dev.storyloom.web;

import io.vertx.ext.web.RoutingContext;
import jakarta.ws.rs.Priorities;
import jakarta.ws.rs.container.ContainerRequestContext;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.Set;
import org.jboss.resteasy.reactive.server.ServerRequestFilter;
import org.jboss.resteasy.reactive.server.WithFormRead;
import org.jboss.resteasy.reactive.server.core.ResteasyReactiveRequestContext;
import org.jboss.resteasy.reactive.server.spi.ResteasyReactiveContainerRequestContext;

/** Lets a request change something only if it comes from our own page: by its Origin, and by the token it carries. */
class ForgeryFilter {
    static final String FIELD = "csrf-token";
    static final String HEADER = "X-CSRF-TOKEN";
    private static final Set<String> SAFE = Set.of("GET", "HEAD", "OPTIONS");

    private final Origins origins;
    private final Csrf csrf;

    ForgeryFilter(Origins origins, Csrf csrf) {
        this.origins = origins;
        this.csrf = csrf;
    }

    @ServerRequestFilter(priority = Priorities.AUTHENTICATION - 100)
    public void refuseOtherSites(ContainerRequestContext request, RoutingContext context) {
        if (!SAFE.contains(request.getMethod()) && !origins.acceptable(context.request())) {
            throw new ForgeryException("other_site");
        }
    }

    @WithFormRead
    @ServerRequestFilter(priority = Priorities.AUTHENTICATION + 100)
    public void refuseWithoutToken(ResteasyReactiveContainerRequestContext request, RoutingContext context) {
        if (!Api.asks(context.request()) && !SAFE.contains(request.getMethod()) && !matches(sentToken(request))) {
            throw new ForgeryException("page_expired");
        }
    }

    private boolean matches(String sent) {
        return sent != null && !csrf.token().isEmpty() && MessageDigest.isEqual(
                sent.getBytes(StandardCharsets.UTF_8), csrf.token().getBytes(StandardCharsets.UTF_8));
    }

    private static String sentToken(ResteasyReactiveContainerRequestContext request) {
        String header = request.getHeaderString(HEADER);
        if (header != null) {
            return header;
        }
        var form = (ResteasyReactiveRequestContext) request.getServerRequestContext();
        return form.getFormParameter(FIELD, true, false) instanceof String field ? field : null;
    }
}
