package dev.storyloom.sample;

import dev.storyloom.account.Entrance;
import dev.storyloom.account.Guests;
import dev.storyloom.account.Viewer;
import dev.storyloom.web.Page;
import dev.storyloom.web.Public;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Response;
import java.net.URI;

/** "Try it with the sample": one press, and some minutes later there is a book. Who is not signed in becomes a guest. */
@Public
@Path("/sample")
public class SampleResource {
    private final Viewer viewer;
    private final Page page;
    private final Guests guests;
    private final Entrance entrance;
    private final SampleService service;

    SampleResource(Viewer viewer, Page page, Guests guests, Entrance entrance, SampleService service) {
        this.viewer = viewer;
        this.page = page;
        this.guests = guests;
        this.entrance = entrance;
        this.service = service;
    }

    @POST
    public Response begin() {
        if (!viewer.signedIn()) {
            entrance.admit(guests.create());
        }
        var story = service.start(viewer.account().id, page.locale().getLanguage());
        return Response.seeOther(URI.create("/stories/" + story + "/painting")).build();
    }
}
