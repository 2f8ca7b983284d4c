package dev.storyloom.rendering;

import dev.storyloom.account.Viewer;
import dev.storyloom.storage.BlobStore;
import dev.storyloom.story.StoryRepository;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.NotFoundException;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.core.Response;
import java.util.UUID;

/** The painted pages of a story, for its owner only. */
@Path("/stories/{id}/pictures")
public class PictureResource {
    private final Viewer viewer;
    private final StoryRepository stories;
    private final PictureRepository pictures;
    private final BlobStore blobs;

    PictureResource(Viewer viewer, StoryRepository stories, PictureRepository pictures, BlobStore blobs) {
        this.viewer = viewer;
        this.stories = stories;
        this.pictures = pictures;
        this.blobs = blobs;
    }

    @GET
    @Path("{picture}.png")
    public Response picture(@PathParam("id") UUID id, @PathParam("picture") UUID picture) {
        var found = pictures.find(picture, stories.find(id, viewer.account().id).id)
                .orElseThrow(NotFoundException::new);
        return Response.ok(blobs.open(found.blobKey).orElseThrow(NotFoundException::new), "image/png")
                .header("Content-Disposition", "inline; filename=\"page.png\"")
                .header("Content-Security-Policy", "default-src 'none'; sandbox")
                .build();
    }
}
