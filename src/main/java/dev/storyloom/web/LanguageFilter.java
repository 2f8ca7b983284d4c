package dev.storyloom.web;

import io.vertx.core.http.Cookie;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import org.jboss.resteasy.reactive.server.ServerRequestFilter;

/** Settles the language and the address of a page before anything else, also where no page is found. */
@ApplicationScoped
class LanguageFilter {
    private final Page page;

    LanguageFilter(Page page) {
        this.page = page;
    }

    @ServerRequestFilter(preMatching = true)
    public void settle(RoutingContext context) {
        HttpServerRequest request = context.request();
        Cookie chosen = request.getCookie(Languages.COOKIE);
        page.show(Languages.choose(chosen == null ? null : chosen.getValue(), request.getHeader("Accept-Language")),
                HttpMethod.GET.equals(request.method()) ? LocalPath.of(request.uri()) : LocalPath.HOME);
    }
}
