package dev.storyloom.book;

import dev.storyloom.account.Viewer;
import dev.storyloom.storage.BlobStore;
import dev.storyloom.web.Page;
import dev.storyloom.web.Problem;
import dev.storyloom.web.PublicAddress;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.UUID;

/** Books, their files and their links, for programs. */
@Path("/api/v1/books")
@Produces(MediaType.APPLICATION_JSON)
public class BookApiResource {
    private final Viewer viewer;
    private final Page page;
    private final BookRepository books;
    private final BookPageRepository pages;
    private final ShareLinks links;
    private final Editions editions;
    private final BlobStore blobs;
    private final PublicAddress address;
    private final Clock clock;

    BookApiResource(Viewer viewer, Page page, BookRepository books, BookPageRepository pages, ShareLinks links,
            Editions editions, BlobStore blobs, PublicAddress address, Clock clock) {
        this.viewer = viewer;
        this.page = page;
        this.books = books;
        this.pages = pages;
        this.links = links;
        this.editions = editions;
        this.blobs = blobs;
        this.address = address;
        this.clock = clock;
    }

    @GET
    public List<BookJson> all() {
        var owner = viewer.account().id;
        var leaves = pages.byBook(owner);
        return books.of(owner).stream().map(book -> json(book, leaves.getOrDefault(book.id, List.of()))).toList();
    }

    @GET
    @Path("{id}")
    public BookJson one(@PathParam("id") UUID id) {
        return json(book(id), pages.of(id));
    }

    @GET
    @Path("{id}/pages/{number}.png")
    @Produces(MediaType.WILDCARD)
    public Response picture(@PathParam("id") UUID id, @PathParam("number") int number) {
        return PictureAnswer.of(blobs, pages.find(book(id).id, number));
    }

    /** The book as a file: book.pdf, print.pdf, book.epub or pictures.zip. */
    @GET
    @Path("{id}/{file:" + EditionFormat.PATTERN + "}")
    @Produces(MediaType.WILDCARD)
    public Response save(@PathParam("id") UUID id, @PathParam("file") String file) {
        return editions.answer(book(id), EditionFormat.of(file));
    }

    @GET
    @Path("{id}/links")
    public List<LinkJson> links(@PathParam("id") UUID id) {
        return links.of(book(id).id).stream().map(link -> json(link, null)).toList();
    }

    /** Makes a link; its address is told in this answer only. */
    @POST
    @Path("{id}/links")
    @Consumes(MediaType.APPLICATION_JSON)
    public Response share(@PathParam("id") UUID id, NewLink wish) {
        var book = book(id);
        var asked = wish == null ? new NewLink(null, null, false) : wish;
        var days = String.valueOf(asked.days() == null ? ShareTerms.USUAL_DAYS : asked.days());
        var words = page.words(BookMessages.class);
        ShareTerms.faultOf(days, asked.pin()).ifPresent(fault -> {
            throw fault == ShareTerms.Fault.DAYS ? new Problem(422, "bad_days", words.badDays())
                    : new Problem(422, "bad_pin", words.badPin());
        });
        var token = links.create(book.ownerId, book.id, ShareTerms.of(days, asked.pin(), asked.savable()));
        var link = links.follow(token).orElseThrow();
        return Response.status(201).entity(json(link, address.of("/s/" + token.text()))).build();
    }

    @DELETE
    @Path("{id}/links/{link}")
    public Response takeBack(@PathParam("id") UUID id, @PathParam("link") UUID link) {
        links.revoke(viewer.account().id, id, link);
        return Response.noContent().build();
    }

    private Book book(UUID id) {
        return books.find(id, viewer.account().id);
    }

    private static BookJson json(Book book, List<BookPage> leaves) {
        return new BookJson(book.id, book.storyId, book.title, book.language, book.updatedAt, leaves.stream()
                .map(leaf -> new PageJson(leaf.position, leaf.narration,
                        "/api/v1/books/" + book.id + "/pages/" + leaf.position + ".png")).toList());
    }

    private LinkJson json(ShareLink link, String url) {
        return new LinkJson(link.id, url, link.createdAt, link.expiresAt, link.opensAt(clock.instant()), link.locked,
                link.savable, link.opened);
    }

    /** A wish for a link; days are 7, 30 or 365, a PIN has 4 to 8 digits. */
    public record NewLink(Integer days, String pin, boolean savable) {
    }

    /** A bound book. */
    public record BookJson(UUID id, UUID story, String title, String language, Instant updatedAt, List<PageJson> pages) {
    }

    /** A page of a book. */
    public record PageJson(int position, String narration, String picture) {
    }

    /** A link; the url is null but in the answer that made it. */
    public record LinkJson(UUID id, String url, Instant createdAt, Instant expiresAt, boolean open, boolean locked,
            boolean savable, int opened) {
    }
}
