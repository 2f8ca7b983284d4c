package dev.storyloom.account;

import dev.storyloom.web.HostCookies;
import dev.storyloom.web.Origins;
import io.smallrye.mutiny.Uni;
import io.smallrye.mutiny.infrastructure.Infrastructure;
import io.vertx.core.http.HttpServerRequest;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Optional;
import java.util.UUID;

/** Answers who opens a socket: upgrades do not pass the filters of ordinary requests, and browsers let any site try. */
@ApplicationScoped
public class SocketDoor {
    private final Origins origins;
    private final HostCookies cookies;
    private final Sessions sessions;

    /** An account and the session to close the socket with (see {@link SessionClosed}). */
    public record Caller(UUID accountId, UUID sessionId) {
    }

    SocketDoor(Origins origins, HostCookies cookies, Sessions sessions) {
        this.origins = origins;
        this.cookies = cookies;
        this.sessions = sessions;
    }

    /** The caller, or empty when another site asks or nobody is signed in. May be called on an event loop. */
    public Uni<Optional<Caller>> caller(HttpServerRequest request) {
        Optional<String> token = cookies.read(request, SessionFilter.SESSION);
        if (!origins.sameOrigin(request) || token.isEmpty()) {
            return Uni.createFrom().item(Optional.empty());
        }
        return Uni.createFrom().item(() -> sessions.find(token.get())
                        .map(session -> new Caller(session.account.id, session.id)))
                .runSubscriptionOn(Infrastructure.getDefaultWorkerPool());
    }
}
