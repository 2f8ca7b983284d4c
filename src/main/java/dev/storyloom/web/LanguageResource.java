package dev.storyloom.web;

import io.vertx.core.http.Cookie;
import io.vertx.core.http.CookieSameSite;
import io.vertx.core.http.HttpServerRequest;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Response;
import java.time.Duration;
import org.jboss.resteasy.reactive.RestForm;

/** Remembers in a cookie which language this browser wants, whoever uses it. */
@Path("/language")
@Public
class LanguageResource {
    private final Origins origins;

    LanguageResource(Origins origins) {
        this.origins = origins;
    }

    @POST
    public Response choose(@RestForm String language, @RestForm String next, HttpServerRequest request) {
        if (Languages.ALL.stream().anyMatch(locale -> locale.getLanguage().equals(language))) {
            request.response().addCookie(Cookie.cookie(Languages.COOKIE, language).setPath("/").setHttpOnly(true)
                    .setSameSite(CookieSameSite.LAX).setSecure(origins.secure(request))
                    .setMaxAge(Duration.ofDays(365).toSeconds()));
        }
        return LocalPath.of(next).redirect();
    }
}
