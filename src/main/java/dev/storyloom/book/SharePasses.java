package dev.storyloom.book;

import dev.storyloom.account.Tokens;
import dev.storyloom.web.HostCookies;
import dev.storyloom.web.Throttle;
import io.vertx.core.http.HttpServerRequest;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.util.UUID;

/** Who has given the PIN of a link: kept in a cookie of the reader's own, for an evening. Five tries in 15 minutes a link. */
@ApplicationScoped
class SharePasses {
    static final int TRIES = 5;
    private static final Duration EVENING = Duration.ofHours(12);

    private final HostCookies cookies;
    private final Throttle tries = new Throttle(TRIES, Duration.ofMinutes(15));

    SharePasses(HostCookies cookies) {
        this.cookies = cookies;
    }

    enum Outcome {
        OPEN, WRONG, TOO_OFTEN
    }

    Outcome offer(HttpServerRequest request, ShareLink link, ShareToken token, String pin) {
        if (!tries.take(link.id.toString()).isZero()) {
            return Outcome.TOO_OFTEN;
        }
        if (!link.opensWith(pin == null ? "" : pin.strip())) {
            return Outcome.WRONG;
        }
        tries.forget(link.id.toString());
        cookies.write(request, name(link.id), link.pass(token), EVENING);
        return Outcome.OPEN;
    }

    boolean opens(HttpServerRequest request, ShareLink link, ShareToken token) {
        return link.pinHash != null
                && cookies.read(request, name(link.id)).filter(pass -> Tokens.same(pass, link.pass(token))).isPresent();
    }

    private static String name(UUID link) {
        return "pass-" + link.toString().substring(0, 8);
    }
}
