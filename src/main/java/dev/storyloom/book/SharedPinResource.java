package dev.storyloom.book;

import dev.storyloom.web.Page;
import dev.storyloom.web.Public;
import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import io.vertx.core.http.HttpServerRequest;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import org.jboss.resteasy.reactive.RestForm;

/** Asks for the PIN of a locked link, and says nothing of the book behind it. */
@Public
@Shared
@Path("/s/{token}/pin")
@Produces(MediaType.TEXT_HTML)
public class SharedPinResource {
    private static final int UNPROCESSABLE = 422;
    private static final int TOO_MANY_REQUESTS = 429;

    private final SharedBook shared;
    private final SharePasses passes;
    private final HttpServerRequest request;
    private final Page page;

    SharedPinResource(SharedBook shared, SharePasses passes, HttpServerRequest request, Page page) {
        this.shared = shared;
        this.passes = passes;
        this.request = request;
        this.page = page;
    }

    @GET
    public Response ask(@PathParam("token") String token) {
        return shared.atTheDoor().locked ? Response.ok(Templates.pin(token, null)).build() : book(token);
    }

    @POST
    public Response open(@PathParam("token") String token, @RestForm String pin) {
        var link = shared.atTheDoor();
        if (!link.locked) {
            return book(token);
        }
        var words = page.words(BookMessages.class);
        return switch (passes.offer(request, link, ShareToken.parse(token).orElseThrow(), pin)) {
            case OPEN -> book(token);
            case WRONG -> refused(UNPROCESSABLE, token, words.pinWrong());
            case TOO_OFTEN -> refused(TOO_MANY_REQUESTS, token, words.pinTooOften());
        };
    }

    private static Response refused(int status, String token, String why) {
        return Response.status(status).entity(Templates.pin(token, why)).build();
    }

    private static Response book(String token) {
        return Response.seeOther(URI.create("/s/" + token)).build();
    }

    @CheckedTemplate(basePath = "Book")
    static class Templates {
        static native TemplateInstance pin(String token, String fault);
    }
}
