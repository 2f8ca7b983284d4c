package dev.storyloom.web;

import io.quarkus.vertx.http.runtime.filters.Filters;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/**
 * Answers only to names that cannot be anybody else's: addresses in figures and names without an owner on the net. A page
 * of another site whose name suddenly leads to this machine would else count as one of our own, and links made for it would
 * carry its name. Where {@code storyloom.public-url} is set, links and origins come from there and the name asked for is no
 * matter.
 */
@ApplicationScoped
class KnownHost {
    private static final Pattern HOST = Pattern.compile("(\\[[0-9a-f:.]+]|[-_a-z0-9.]+)(:[0-9]{1,5})?");
    private static final Pattern FIGURES = Pattern.compile("\\[.*|[0-9]{1,3}(\\.[0-9]{1,3}){3}");
    private static final Pattern AT_HOME = Pattern.compile("[-_a-z0-9]+|.+\\.(localhost|local|lan|internal|home\\.arpa)");

    private final boolean publicUrl;

    KnownHost(@ConfigProperty(name = "storyloom.public-url") Optional<String> publicUrl) {
        this.publicUrl = publicUrl.isPresent();
    }

    void register(@Observes Filters filters) {
        filters.register(this::check, 950);
    }

    private void check(RoutingContext context) {
        if (publicUrl || isKnown(host(context.request()))) {
            context.next();
        } else {
            context.response().setStatusCode(421).putHeader("Content-Type", "text/plain; charset=utf-8")
                    .end("This name is not known here. Set storyloom.public-url to the address that people use.\n");
        }
    }

    static boolean isKnown(String host) {
        var asked = HOST.matcher(host.toLowerCase(Locale.ROOT));
        return asked.matches() && (FIGURES.matcher(asked.group(1)).matches() || AT_HOME.matcher(asked.group(1)).matches());
    }

    /** HTTP/2 says it in another place. */
    private static String host(HttpServerRequest request) {
        var header = request.getHeader("Host");
        return header != null ? header : String.valueOf(request.authority());
    }
}
