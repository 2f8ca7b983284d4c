package dev.storyloom.account;

import dev.storyloom.web.Csrf;
import dev.storyloom.web.HostCookies;
import io.quarkus.vertx.http.runtime.CurrentVertxRequest;
import io.vertx.core.http.HttpServerRequest;
import jakarta.enterprise.context.ApplicationScoped;

/** Lets the browser of the current request in and out; whoever comes in always gets a new session secret. */
@ApplicationScoped
public class Entrance {
    private final Sessions sessions;
    private final HostCookies cookies;
    private final Viewer viewer;
    private final Csrf csrf;
    private final CurrentVertxRequest current;

    Entrance(Sessions sessions, HostCookies cookies, Viewer viewer, Csrf csrf, CurrentVertxRequest current) {
        this.sessions = sessions;
        this.cookies = cookies;
        this.viewer = viewer;
        this.csrf = csrf;
        this.current = current;
    }

    /** Signs this browser in as the account, a guest's too, and ends the session it had. */
    public void admit(Account account) {
        HttpServerRequest request = current.getCurrent().request();
        cookies.read(request, SessionFilter.SESSION).ifPresent(sessions::close);
        String token = sessions.open(account);
        cookies.write(request, SessionFilter.SESSION, token, Sessions.LONGEST);
        cookies.forget(request, SessionFilter.VISITOR);
        viewer.become(account, null);
        csrf.bind(SessionFilter.csrfToken(token));
    }

    public void dismiss() {
        HttpServerRequest request = current.getCurrent().request();
        cookies.read(request, SessionFilter.SESSION).ifPresent(sessions::close);
        cookies.forget(request, SessionFilter.SESSION);
    }

    /** Where this browser connects from, for counting tries; a proxy counts as one unless it is trusted. */
    String address() {
        var remote = current.getCurrent().request().remoteAddress();
        return remote == null ? "unknown" : remote.hostAddress();
    }
}
