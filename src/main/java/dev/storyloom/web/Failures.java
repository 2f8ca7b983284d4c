package dev.storyloom.web;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.exc.MismatchedInputException;
import dev.storyloom.storage.StorageFailure;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.HttpServerRequest;
import jakarta.ws.rs.NotAuthorizedException;
import jakarta.ws.rs.WebApplicationException;
import jakarta.ws.rs.core.Response;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Map;
import java.util.UUID;
import org.jboss.logging.Logger;
import org.jboss.resteasy.reactive.server.ServerExceptionMapper;

/** Turns what a resource throws into an answer; whatever nobody expected is logged under a number and told kindly. */
class Failures {
    private static final Logger LOG = Logger.getLogger(Failures.class);
    private static final Map<Integer, String> CODES = Map.of(400, "bad_request", 401, "sign_in_first", 403, "forbidden",
            404, "not_found", 405, "not_found", 413, "too_large", 415, "bad_request", 429, "too_many");
    private static final String FORM_READER = "org.jboss.resteasy.reactive.server.handlers.FormBodyHandler";

    private final FailurePage pages;

    Failures(FailurePage pages) {
        this.pages = pages;
    }

    @ServerExceptionMapper
    public Response told(Problem problem, HttpServerRequest request) {
        return pages.answer(request, pages.told(problem.status(), problem.code(), problem.getMessage()));
    }

    @ServerExceptionMapper
    public Response forged(ForgeryException forgery, HttpServerRequest request) {
        return pages.answer(request, forgery.code().equals("page_expired")
                ? pages.expired(forgery.code()) : pages.failure(403, forgery.code()));
    }

    /** People go to the sign-in page and come back; scripts are told to. */
    @ServerExceptionMapper
    public Response notSignedIn(NotAuthorizedException nobody, HttpServerRequest request) {
        if (FailurePage.forScript(request)) {
            return pages.answer(request, pages.failure(401, CODES.get(401)));
        }
        String next = HttpMethod.GET.equals(request.method()) ? LocalPath.of(request.uri()).value() : "/";
        return LocalPath.of("/signin?next=" + URLEncoder.encode(next, StandardCharsets.UTF_8)).redirect();
    }

    @ServerExceptionMapper
    public Response byStatus(WebApplicationException failure, HttpServerRequest request) {
        int status = failure.getResponse().getStatus();
        if (status < 400) {
            return failure.getResponse();
        }
        return status >= 500 ? broken(failure, request)
                : pages.answer(request, pages.failure(status, CODES.getOrDefault(status, "refused")));
    }

    /** JSON that is none, or not what was asked for; without a word about how it is read here. */
    @ServerExceptionMapper({MismatchedInputException.class, JsonProcessingException.class})
    public Response unreadable(JsonProcessingException sent, HttpServerRequest request) {
        return pages.answer(request, pages.failure(400, CODES.get(400)));
    }

    @ServerExceptionMapper
    public Response broken(Throwable failure, HttpServerRequest request) {
        if (StorageFailure.isFull(failure)) {
            LOG.errorf("The disk is full: %s", failure.getMessage());
            return pages.answer(request, pages.failure(507, "disk_full"));
        }
        if (aboutTheBody(failure)) {
            int status = String.valueOf(failure.getMessage()).matches("(?is).*(too large|limit|exceeded).*") ? 413 : 400;
            return pages.answer(request, pages.failure(status, CODES.get(status)));
        }
        String number = UUID.randomUUID().toString().substring(0, 8);
        LOG.errorf(failure, "Failure %s", number);
        return pages.answer(request, pages.broken(number));
    }

    /**
     * Whatever goes wrong while a form is read, with room on the disk, is about what was sent: a body that ends in the
     * middle, as when a phone loses its network, one with thousands of fields, one without a boundary.
     */
    private static boolean aboutTheBody(Throwable failure) {
        return Arrays.stream(failure.getStackTrace()).anyMatch(frame -> frame.getClassName().equals(FORM_READER));
    }
}
