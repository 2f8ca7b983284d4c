package dev.storyloom.web;

import io.quarkus.arc.Arc;
import io.quarkus.runtime.configuration.MemorySize;
import io.quarkus.vertx.http.runtime.filters.Filters;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.ws.rs.core.Response;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** Refuses a body that says it is too large before any of it is read, with the same kind page as other failures. */
@ApplicationScoped
class UploadLimit {
    private final long most;
    private final LanguageFilter language;
    private final FailurePage pages;

    UploadLimit(@ConfigProperty(name = "quarkus.http.limits.max-body-size") MemorySize most, LanguageFilter language,
            FailurePage pages) {
        this.most = most.asLongValue();
        this.language = language;
        this.pages = pages;
    }

    void register(@Observes Filters filters) {
        filters.register(this::check, 900);
    }

    private void check(RoutingContext context) {
        if (declaredLength(context.request()) > most) {
            refuse(context);
        } else {
            context.next();
        }
    }

    private void refuse(RoutingContext context) {
        var scope = Arc.container().requestContext();
        scope.activate();
        try {
            language.settle(context);
            Response answer = pages.answer(context.request(), pages.failure(413, "too_large"));
            context.response().setStatusCode(413).putHeader("Connection", "close")
                    .putHeader("Content-Type", answer.getMediaType().toString())
                    .end(pages.text(answer)).onComplete(sent -> context.request().connection().close());
        } finally {
            scope.terminate();
        }
    }

    private static long declaredLength(HttpServerRequest request) {
        try {
            String length = request.getHeader("Content-Length");
            return length == null ? 0 : Long.parseLong(length);
        } catch (NumberFormatException unreadable) {
            return 0;
        }
    }
}
