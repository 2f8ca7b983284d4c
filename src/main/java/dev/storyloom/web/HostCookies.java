package dev.storyloom.web;

import io.vertx.core.http.Cookie;
import io.vertx.core.http.CookieSameSite;
import io.vertx.core.http.HttpServerRequest;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.util.Optional;

/**
 * Cookies of this host alone, unseen by scripts. Over TLS a name gets the prefix {@code __Host-}, which makes the
 * browser refuse a cookie that another host of the domain planted; plain http on the loopback address, where not every
 * browser takes a Secure cookie, uses the bare name.
 */
@ApplicationScoped
public class HostCookies {
    private final Origins origins;

    HostCookies(Origins origins) {
        this.origins = origins;
    }

    public Optional<String> read(HttpServerRequest request, String name) {
        return Optional.ofNullable(request.getCookie(named(request, name))).map(Cookie::getValue)
                .filter(value -> !value.isEmpty());
    }

    public void write(HttpServerRequest request, String name, String value, Duration age) {
        request.response().addCookie(Cookie.cookie(named(request, name), value)
                .setPath("/").setHttpOnly(true).setSameSite(CookieSameSite.LAX).setSecure(origins.secure(request))
                .setMaxAge(age.toSeconds()));
    }

    public void forget(HttpServerRequest request, String name) {
        write(request, name, "", Duration.ZERO);
    }

    private String named(HttpServerRequest request, String name) {
        return origins.secure(request) ? "__Host-" + name : name;
    }
}
