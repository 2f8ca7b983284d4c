package dev.storyloom.character;

import dev.storyloom.account.Viewer;
import dev.storyloom.storage.PhotoMessages;
import dev.storyloom.storage.PhotoReasons;
import dev.storyloom.storage.PhotoRefused;
import dev.storyloom.storage.PhotoSquare;
import dev.storyloom.web.Page;
import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import io.smallrye.common.annotation.Blocking;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import java.util.UUID;
import org.jboss.resteasy.reactive.RestForm;

/** Cuts a square out of a photo before the character is learned from it. */
@Path("/characters/{id}/photos/{photo}/crop")
@Produces(MediaType.TEXT_HTML)
@Consumes(MediaType.APPLICATION_FORM_URLENCODED)
@Blocking
class CropResource {

    private final Viewer viewer;
    private final Page page;
    private final Characters characters;
    private final Photos photos;
    private final Album album;

    CropResource(Viewer viewer, Page page, Characters characters, Photos photos, Album album) {
        this.viewer = viewer;
        this.page = page;
        this.characters = characters;
        this.photos = photos;
        this.album = album;
    }

    @GET
    public TemplateInstance form(@PathParam("id") UUID id, @PathParam("photo") UUID photoId) {
        Character character = characters.find(id, viewer.account().id);
        Photo photo = photos.find(photoId, character);
        return Templates.crop(new Form(character, photo, PhotoSquare.middle(photo.width, photo.height), null));
    }

    @POST
    public Response crop(@PathParam("id") UUID id, @PathParam("photo") UUID photoId, @RestForm int left,
            @RestForm int top, @RestForm int side) {
        Character character = characters.find(id, viewer.account().id);
        Photo photo = photos.find(photoId, character);
        PhotoSquare square = new PhotoSquare(left, top, side);
        try {
            album.crop(photoId, id, character.ownerId, square);
            return Response.seeOther(URI.create("/characters/" + id)).build();
        } catch (PhotoRefused refused) {
            String reason = PhotoReasons.say(refused.reason(), page.words(PhotoMessages.class));
            return Response.status(refused.reason().status())
                    .entity(Templates.crop(new Form(character, photo, square, reason))).build();
        }
    }

    /** The problem is null unless the square was refused. */
    record Form(Character character, Photo photo, PhotoSquare square, String problem) {

        public int smallest() {
            return PhotoSquare.SMALLEST;
        }

        public int largest() {
            return Math.min(photo.width, photo.height);
        }

        public int lastLeft() {
            return photo.width - PhotoSquare.SMALLEST;
        }

        public int lastTop() {
            return photo.height - PhotoSquare.SMALLEST;
        }
    }

    @CheckedTemplate(basePath = "Character")
    static class Templates {
        static native TemplateInstance crop(Form form);

        private Templates() {
        }
    }
}
