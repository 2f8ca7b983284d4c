package dev.storyloom.web;

import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.io.IOException;

/** Fails in three ways, for tests. */
@Path("/test")
@Produces(MediaType.TEXT_HTML)
public class FaultyResource {
    @GET
    @Path("failure")
    public String fail() {
        throw new IllegalStateException("secret inside");
    }

    @GET
    @Path("full-disk")
    public String write() throws IOException {
        throw new IOException("No space left on device");
    }

    @GET
    @Path("problem")
    public String refuse() {
        throw new Problem(409, "wet_paint", "The paint is still wet.");
    }
}
