package dev.storyloom.web;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.json.JsonObject;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;

/**
 * Tells a failure in kind words: a page for people, {@code {"code","message"}} for scripts. The page is the same for
 * everybody who reads its language, so that nothing about the thing that was asked for can be learnt from it.
 */
@ApplicationScoped
class FailurePage {
    private final Page page;

    FailurePage(Page page) {
        this.page = page;
    }

    @CheckedTemplate(basePath = "Web")
    static class Templates {
        static native TemplateInstance failure(Failure failure);

        private Templates() {
        }
    }

    /** A heading and a sentence; the number is null unless somebody may look it up in the log. */
    record Failure(int status, String code, String title, String text, String number) {
    }

    /** What scripts get. */
    record FailureJson(String code, String message) {
    }

    Response answer(HttpServerRequest request, Failure failure) {
        var response = Response.status(failure.status()).header("Cache-Control", "no-store");
        return forScript(request)
                ? response.type(MediaType.APPLICATION_JSON_TYPE)
                        .entity(new FailureJson(failure.code(), failure.text())).build()
                : response.type(MediaType.TEXT_HTML_TYPE.withCharset("UTF-8"))
                        .entity(Templates.failure(failure).setLocale(page.locale()).render()).build();
    }

    /** The body of an answer made here, for where no JAX-RS writer is at hand. */
    String text(Response answer) {
        return answer.getEntity() instanceof FailureJson json
                ? JsonObject.of("code", json.code(), "message", json.message()).encode()
                : (String) answer.getEntity();
    }

    Failure failure(int status, String code) {
        WebMessages words = page.words(WebMessages.class);
        return switch (status) {
            case 401 -> new Failure(401, code, words.signInFirstTitle(), words.signInFirstText(), null);
            case 403 -> new Failure(403, code, words.forbiddenTitle(), words.forbiddenText(), null);
            case 404, 405 -> new Failure(status, code, words.notFoundTitle(), words.notFoundText(), null);
            case 413 -> new Failure(413, code, words.tooLargeTitle(), words.tooLargeText(), null);
            case 429 -> new Failure(429, code, words.tooManyTitle(), words.tooManyText(), null);
            case 507 -> new Failure(507, code, words.diskFullTitle(), words.diskFullText(), null);
            default -> status >= 500
                    ? new Failure(status, code, words.serverTitle(), words.serverText(), null)
                    : new Failure(status, code, words.badRequestTitle(), words.badRequestText(), null);
        };
    }

    Failure expired(String code) {
        WebMessages words = page.words(WebMessages.class);
        return new Failure(403, code, words.expiredTitle(), words.expiredText(), null);
    }

    Failure told(int status, String code, String message) {
        return new Failure(status, code, failure(status, code).title(), message, null);
    }

    Failure broken(String number) {
        WebMessages words = page.words(WebMessages.class);
        return new Failure(500, "internal", words.serverTitle(), words.serverText(), number);
    }

    /** Scripts say so: by what they accept, by the header they carry, or through the browser's own mark of a fetch. */
    static boolean forScript(HttpServerRequest request) {
        String accept = request.getHeader("Accept");
        boolean json = accept != null && accept.contains("application/json") && !accept.contains("text/html");
        return json || request.path().startsWith("/api/") || request.getHeader(ForgeryFilter.HEADER) != null
                || "empty".equals(request.getHeader("Sec-Fetch-Dest"));
    }
}
