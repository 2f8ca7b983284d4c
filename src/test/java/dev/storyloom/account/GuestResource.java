package dev.storyloom.account;

import dev.storyloom.web.LocalPath;
import dev.storyloom.web.Public;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;

/** Lets a browser in as a guest and says who it is, for tests. */
@Path("/test")
@Produces(MediaType.TEXT_HTML)
public class GuestResource {
    private final Guests guests;
    private final Entrance entrance;
    private final Viewer viewer;

    GuestResource(Guests guests, Entrance entrance, Viewer viewer) {
        this.guests = guests;
        this.entrance = entrance;
        this.viewer = viewer;
    }

    @POST
    @Public
    @Path("guest")
    public Response enter() {
        entrance.admit(guests.create());
        return LocalPath.HOME.redirect();
    }

    @GET
    @Path("me")
    public String me() {
        return viewer.account().id.toString();
    }
}
