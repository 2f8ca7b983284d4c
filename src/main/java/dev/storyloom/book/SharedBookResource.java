package dev.storyloom.book;

import dev.storyloom.storage.BlobStore;
import dev.storyloom.web.Public;
import dev.storyloom.web.PublicAddress;
import io.quarkus.qute.TemplateInstance;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HEAD;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.NotFoundException;
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
    private final Editions editions;
    private final PublicAddress address;

    SharedBookResource(SharedBook shared, ShareLinks links, BookRepository books, BookPageRepository pages,
            BlobStore blobs, Editions editions, PublicAddress address) {
        this.shared = shared;
        this.links = links;
        this.books = books;
        this.pages = pages;
        this.blobs = blobs;
        this.editions = editions;
        this.address = address;
    }

    @GET
    @Produces(MediaType.TEXT_HTML)
    public TemplateInstance read(@PathParam("token") String token, @HeaderParam("User-Agent") String program) {
        if (!LinkPreviewers.isOne(program)) {
            links.countOpened(shared.linkId());
        }
        var book = books.findById(shared.bookId());
        return BookResource.Templates.reader(Reader.ofGuest(book, pages.of(book.id), token, shared.savable(),
                address.of("/s/" + token)));
    }

    /** A look without opening, as programs that preview links do: not counted. */
    @HEAD
    @Produces(MediaType.TEXT_HTML)
    public Response look() {
        shared.bookId();
        return Response.ok().build();
    }

    /** The picture on the card that messengers show with a link. */
    @GET
    @Path("card.jpg")
    @Produces(MediaType.WILDCARD)
    public Response card() {
        return editions.card(books.findById(shared.bookId()));
    }

    /** The book as a file, where the owner allows it. */
    @GET
    @Path("{file:" + EditionFormat.PATTERN + "}")
    @Produces(MediaType.WILDCARD)
    public Response save(@PathParam("file") String file) {
        if (!shared.savable()) {
            throw new NotFoundException();
        }
        return editions.answer(books.findById(shared.bookId()), EditionFormat.of(file));
    }

    @GET
    @Path("pages/{number}.png")
    @Produces(MediaType.WILDCARD)
    public Response picture(@PathParam("number") int number) {
        return PictureAnswer.of(blobs, pages.find(shared.bookId(), number));
    }
}
