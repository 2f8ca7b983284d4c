package dev.storyloom.book;

import dev.storyloom.account.Viewer;
import dev.storyloom.web.Page;
import dev.storyloom.web.Problem;
import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import java.net.URI;
import java.time.Clock;
import java.util.Optional;
import java.util.UUID;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jboss.resteasy.reactive.RestForm;

/** Where the owner makes links to a book and takes them back. A link is shown once, in the answer that made it. */
@Path("/books/{id}/share")
@Produces(MediaType.TEXT_HTML)
@Consumes(MediaType.APPLICATION_FORM_URLENCODED)
public class ShareResource {
    private static final int UNPROCESSABLE = 422;

    private final Viewer viewer;
    private final Page page;
    private final BookRepository books;
    private final ShareLinks links;
    private final Clock clock;
    private final Optional<String> publicUrl;

    ShareResource(Viewer viewer, Page page, BookRepository books, ShareLinks links, Clock clock,
            @ConfigProperty(name = "storyloom.public-url") Optional<String> publicUrl) {
        this.viewer = viewer;
        this.page = page;
        this.books = books;
        this.links = links;
        this.clock = clock;
        this.publicUrl = publicUrl;
    }

    @GET
    public TemplateInstance links(@PathParam("id") UUID id) {
        return Templates.share(view(book(id), null));
    }

    @POST
    public TemplateInstance create(@PathParam("id") UUID id, @RestForm String days, @Context UriInfo uri) {
        var book = book(id);
        var token = links.create(book.ownerId, book.id, days(days));
        var base = publicUrl.orElseGet(() -> uri.getBaseUri().toString()).replaceAll("/+$", "");
        return Templates.share(view(book, base + "/s/" + token.text()));
    }

    @POST
    @Path("{link}/revoke")
    public Response revoke(@PathParam("id") UUID id, @PathParam("link") UUID link) {
        links.revoke(viewer.account().id, id, link);
        return Response.seeOther(URI.create("/books/" + id + "/share")).build();
    }

    private ShareView view(Book book, String newLink) {
        return ShareView.of(book, links.of(book.id), newLink, clock.instant(), page.locale());
    }

    private Book book(UUID id) {
        return books.find(id, viewer.account().id);
    }

    private int days(String sent) {
        return ShareLinks.DAYS.stream().filter(days -> days.toString().equals(sent)).findFirst()
                .orElseThrow(() -> new Problem(UNPROCESSABLE, "bad_days", page.words(BookMessages.class).badDays()));
    }

    @CheckedTemplate(basePath = "Book")
    static class Templates {
        static native TemplateInstance share(ShareView view);
    }
}
