package dev.storyloom.job;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.storyloom.account.Tokens;
import dev.storyloom.account.Viewer;
import dev.storyloom.web.Page;
import dev.storyloom.web.Problem;
import dev.storyloom.web.WebMessages;
import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.PersistenceException;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.time.Clock;
import java.time.Duration;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Supplier;

/**
 * Lets a program repeat a request whose answer got lost: under the same Idempotency-Key the work is done once in a day,
 * and the same answer is given again. What was refused may be tried again.
 */
@ApplicationScoped
public class Once implements PanacheRepositoryBase<RememberedAnswer, UUID> {
    private static final Duration KEPT = Duration.ofDays(1);
    /** After so long without an answer its process died under it. */
    private static final Duration LONGEST_WORK = Duration.ofMinutes(10);
    private static final int LONGEST_KEY = 200;

    private final Viewer viewer;
    private final Page page;
    private final ObjectMapper json;
    private final Clock clock;

    Once(Viewer viewer, Page page, ObjectMapper json, Clock clock) {
        this.viewer = viewer;
        this.page = page;
        this.json = json;
        this.clock = clock;
    }

    /**
     * @param key     the Idempotency-Key; without one the work is simply done
     * @param request all that was asked for, so that one key is not used for two things
     */
    public Response answer(String key, int status, String request, Supplier<?> work) {
        if (key == null || key.isBlank()) {
            return reply(status, text(work.get()));
        }
        if (key.length() > LONGEST_KEY) {
            throw new Problem(422, "bad_idempotency_key", words().badKey());
        }
        var owner = viewer.account().id;
        var hash = Tokens.hash(request);
        var before = QuarkusTransaction.requiringNew().call(() -> known(owner, key));
        if (before.isPresent()) {
            return repeat(before.get(), hash);
        }
        var claim = claim(owner, key, hash);
        try {
            var body = text(work.get());
            QuarkusTransaction.requiringNew().run(() -> update("status = ?1, body = ?2 where id = ?3", status, body, claim));
            return reply(status, body);
        } catch (RuntimeException refused) {
            QuarkusTransaction.requiringNew().run(() -> deleteById(claim));
            throw refused;
        }
    }

    private Optional<RememberedAnswer> known(UUID owner, String key) {
        delete("ownerId = ?1 and (createdAt < ?2 or status is null and createdAt < ?3)", owner,
                clock.instant().minus(KEPT), clock.instant().minus(LONGEST_WORK));
        return find("ownerId = ?1 and requestKey = ?2", owner, key).firstResultOptional();
    }

    private UUID claim(UUID owner, String key, String hash) {
        try {
            return QuarkusTransaction.requiringNew().call(() -> {
                var answer = new RememberedAnswer(owner, key, hash, clock.instant());
                persistAndFlush(answer);
                return answer.id;
            });
        } catch (PersistenceException somebodyWasFaster) {
            throw new Problem(409, "in_progress", words().inProgress());
        }
    }

    private Response repeat(RememberedAnswer answer, String hash) {
        if (!answer.request.equals(hash)) {
            throw new Problem(422, "idempotency_key_reused", words().keyReused());
        }
        if (answer.status == null) {
            throw new Problem(409, "in_progress", words().inProgress());
        }
        return reply(answer.status, answer.body);
    }

    private static Response reply(int status, String body) {
        return Response.status(status).type(MediaType.APPLICATION_JSON_TYPE).entity(body).build();
    }

    private String text(Object answer) {
        try {
            return json.writeValueAsString(answer);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }

    private WebMessages words() {
        return page.words(WebMessages.class);
    }
}
