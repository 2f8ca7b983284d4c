package dev.storyloom.web;

import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;

/** Fails in two ways, for tests. */
@Path("/test")
@Produces(MediaType.TEXT_HTML)
public class FaultyResource {
    @GET
    @Path("failure")
    public String fail() {
        throw new IllegalStateException("secret inside");
    }

    @GET
    @Path("problem")
    public String refuse() {
        throw new Problem(409, "wet_paint", "The paint is still wet.");
    }
}
