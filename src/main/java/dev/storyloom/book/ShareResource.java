package dev.storyloom.book;

import dev.storyloom.account.Viewer;
import dev.storyloom.web.Page;
import dev.storyloom.web.Problem;
import dev.storyloom.web.PublicAddress;
import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import java.time.Clock;
import java.util.UUID;
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
    private final PublicAddress address;

    ShareResource(Viewer viewer, Page page, BookRepository books, ShareLinks links, Clock clock,
            PublicAddress address) {
        this.viewer = viewer;
        this.page = page;
        this.books = books;
        this.links = links;
        this.clock = clock;
        this.address = address;
    }

    @GET
    public TemplateInstance links(@PathParam("id") UUID id) {
        return Templates.share(view(book(id), null));
    }

    @POST
    public TemplateInstance create(@PathParam("id") UUID id, @RestForm String days, @RestForm String pin,
            @RestForm boolean savable) {
        var book = book(id);
        var token = links.create(book.ownerId, book.id, terms(days, pin, savable));
        return Templates.share(view(book, address.of("/s/" + token.text())));
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

    private ShareTerms terms(String days, String pin, boolean savable) {
        var words = page.words(BookMessages.class);
        ShareTerms.faultOf(days, pin).ifPresent(fault -> {
            throw fault == ShareTerms.Fault.DAYS ? new Problem(UNPROCESSABLE, "bad_days", words.badDays())
                    : new Problem(UNPROCESSABLE, "bad_pin", words.badPin());
        });
        return ShareTerms.of(days, pin, savable);
    }

    @CheckedTemplate(basePath = "Book")
    static class Templates {
        static native TemplateInstance share(ShareView view);
    }
}
