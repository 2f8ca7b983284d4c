package dev.storyloom.web;

import io.vertx.core.http.HttpServerRequest;
import jakarta.enterprise.context.RequestScoped;
import java.util.Optional;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** Whole addresses of our pages, for links that leave the browser: below the public one that is set, else the one asked for. */
@RequestScoped
public class PublicAddress {
    private final HttpServerRequest request;
    private final Optional<String> configured;

    PublicAddress(HttpServerRequest request,
            @ConfigProperty(name = "storyloom.public-url") Optional<String> configured) {
        this.request = request;
        this.configured = configured;
    }

    /** @param path begins with a slash */
    public String of(String path) {
        return configured.orElseGet(() -> request.scheme() + "://" + request.authority()).replaceAll("/+$", "") + path;
    }
}
