package dev.storyloom.book;

import dev.storyloom.account.Viewer;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.NotFoundException;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import java.util.UUID;

/** Leads from a story to its book. A class of its own: JAX-RS looks for a path in the class that fits it best only. */
@Path("/stories/{id}/book")
public class StoryBookResource {
    private final Viewer viewer;
    private final BookRepository books;

    StoryBookResource(Viewer viewer, BookRepository books) {
        this.viewer = viewer;
        this.books = books;
    }

    @GET
    public Response book(@PathParam("id") UUID story) {
        return Response.seeOther(URI.create("/books/" + ofStory(story).id)).build();
    }

    @GET
    @Path("share")
    public Response share(@PathParam("id") UUID story) {
        return Response.seeOther(URI.create("/books/" + ofStory(story).id + "/share")).build();
    }

    private Book ofStory(UUID story) {
        return books.ofStory(story, viewer.account().id).orElseThrow(NotFoundException::new);
    }
}
