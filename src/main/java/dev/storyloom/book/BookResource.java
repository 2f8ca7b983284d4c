package dev.storyloom.book;

import dev.storyloom.account.Viewer;
import dev.storyloom.rendering.PaintingService;
import dev.storyloom.storage.BlobStore;
import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import jakarta.transaction.Transactional;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import java.util.List;
import java.util.UUID;
import org.jboss.resteasy.reactive.RestForm;

/** The owner's shelf, the reader, and the wish for another picture. */
@Path("/books")
@Produces(MediaType.TEXT_HTML)
public class BookResource {
    private static final int MOST_AT_ONCE = 3;

    private final Viewer viewer;
    private final BookRepository books;
    private final BookPageRepository pages;
    private final BlobStore blobs;
    private final Editions editions;
    private final PaintingService painting;

    BookResource(Viewer viewer, BookRepository books, BookPageRepository pages, BlobStore blobs,
            Editions editions, PaintingService painting) {
        this.viewer = viewer;
        this.books = books;
        this.pages = pages;
        this.blobs = blobs;
        this.editions = editions;
        this.painting = painting;
    }

    @GET
    public TemplateInstance shelf() {
        var owner = viewer.account().id;
        var firsts = pages.firsts(owner);
        return Templates.shelf(books.of(owner).stream().map(book -> Shelved.of(book, firsts.get(book.id))).toList());
    }

    @GET
    @Path("{id}")
    public TemplateInstance read(@PathParam("id") UUID id) {
        var book = book(id);
        return Templates.reader(Reader.ofOwner(book, pages.of(id), painting.variants(book.ownerId, book.storyId)));
    }

    @GET
    @Path("{id}/pages/{number}.png")
    @Produces(MediaType.WILDCARD)
    public Response picture(@PathParam("id") UUID id, @PathParam("number") int number) {
        return PictureAnswer.of(blobs, pages.find(book(id).id, number));
    }

    /** The book as a file to keep or to print. */
    @GET
    @Path("{id}/{file:" + EditionFormat.PATTERN + "}")
    @Produces(MediaType.WILDCARD)
    public Response save(@PathParam("id") UUID id, @PathParam("file") String file) {
        return editions.answer(book(id), EditionFormat.of(file));
    }

    /**
     * Paints one page anew with another seed; the book keeps the old picture until the new one is there. Where several
     * are asked for, it keeps the old one until somebody chooses.
     */
    @POST
    @Path("{id}/pages/{number}/repaint")
    @Transactional
    public Response repaint(@PathParam("id") UUID id, @PathParam("number") int number,
            @RestForm @DefaultValue("1") int count) {
        var book = book(id);
        var scene = pages.find(id, number).sceneId;
        if (count > 1) {
            painting.more(book.ownerId, book.storyId, scene, Math.min(count, MOST_AT_ONCE));
        } else {
            painting.another(book.ownerId, book.storyId, scene);
        }
        return Response.seeOther(URI.create("/stories/" + book.storyId + "/painting")).build();
    }

    /** Shows one of the pictures that this page had before. */
    @POST
    @Path("{id}/pages/{number}/picture")
    public Response choose(@PathParam("id") UUID id, @PathParam("number") int number, @RestForm int version) {
        var book = book(id);
        painting.choose(book.ownerId, book.storyId, pages.find(id, number).sceneId, version);
        return Response.seeOther(URI.create("/books/" + id + "#page-" + number)).build();
    }

    private Book book(UUID id) {
        return books.find(id, viewer.account().id);
    }

    @CheckedTemplate(basePath = "Book")
    static class Templates {
        static native TemplateInstance shelf(List<Shelved> books);

        static native TemplateInstance reader(Reader book);
    }
}
