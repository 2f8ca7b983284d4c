package dev.storyloom.book;

import dev.storyloom.storage.BlobStore;
import dev.storyloom.web.Public;
import io.quarkus.qute.TemplateInstance;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HEAD;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;

/** A book for whoever has its link, signed in or not. */
@Public
@Shared
@Path("/s/{token}")
public class SharedBookResource {
    private final SharedBook shared;
    private final ShareLinks links;
    private final BookRepository books;
    private final BookPageRepository pages;
    private final BlobStore blobs;

    SharedBookResource(SharedBook shared, ShareLinks links, BookRepository books, BookPageRepository pages,
            BlobStore blobs) {
        this.shared = shared;
        this.links = links;
        this.books = books;
        this.pages = pages;
        this.blobs = blobs;
    }

    @GET
    @Produces(MediaType.TEXT_HTML)
    public TemplateInstance read(@PathParam("token") String token) {
        links.countOpened(shared.linkId());
        var book = books.findById(shared.bookId());
        return BookResource.Templates.reader(Reader.of(book, pages.of(book.id), "/s/" + token, false));
    }

    /** A look without opening, as programs that preview links do: not counted. */
    @HEAD
    @Produces(MediaType.TEXT_HTML)
    public Response look() {
        shared.bookId();
        return Response.ok().build();
    }

    @GET
    @Path("pages/{number}.png")
    @Produces(MediaType.WILDCARD)
    public Response picture(@PathParam("number") int number) {
        return PictureAnswer.of(blobs, pages.find(shared.bookId(), number));
    }
}
