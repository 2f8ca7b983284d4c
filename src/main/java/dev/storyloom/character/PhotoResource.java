package dev.storyloom.character;

import dev.storyloom.account.Viewer;
import dev.storyloom.storage.BlobStore;
import dev.storyloom.storage.PhotoMessages;
import dev.storyloom.storage.PhotoReasons;
import dev.storyloom.storage.PhotoRefusal;
import dev.storyloom.storage.PhotoRefused;
import dev.storyloom.web.Page;
import dev.storyloom.web.Problem;
import io.smallrye.common.annotation.Blocking;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.NotFoundException;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.jboss.resteasy.reactive.RestForm;
import org.jboss.resteasy.reactive.multipart.FileUpload;

/** The photos of a character: a script sends one file a request and reads JSON, a plain form sends several. */
@Path("/characters/{id}/photos")
@Blocking
class PhotoResource {

    private final Viewer viewer;
    private final Page page;
    private final Characters characters;
    private final Photos photos;
    private final Album album;
    private final CharacterView view;
    private final BlobStore blobs;

    PhotoResource(Viewer viewer, Page page, Characters characters, Photos photos, Album album, CharacterView view,
            BlobStore blobs) {
        this.viewer = viewer;
        this.page = page;
        this.characters = characters;
        this.photos = photos;
        this.album = album;
        this.view = view;
        this.blobs = blobs;
    }

    @POST
    @Consumes(MediaType.MULTIPART_FORM_DATA)
    @Produces(MediaType.APPLICATION_JSON)
    public Response add(@PathParam("id") UUID id, @RestForm("photo") FileUpload file) {
        Character character = characters.find(id, viewer.account().id);
        try {
            Album.Added added = add(character, file);
            return Response.status(added.duplicate() ? 200 : 201).entity(new Stored(added.photo().id,
                    added.photo().url(), added.duplicate() ? PhotoRefusal.DUPLICATE.code() : null,
                    added.duplicate() ? say(PhotoRefusal.DUPLICATE) : null,
                    view.sheet(character, List.of(), null).hint(added.photo().id))).build();
        } catch (PhotoRefused refused) {
            throw new Problem(refused.reason().status(), refused.reason().code(), say(refused.reason()));
        }
    }

    @POST
    @Consumes(MediaType.MULTIPART_FORM_DATA)
    @Produces(MediaType.TEXT_HTML)
    public Object addAll(@PathParam("id") UUID id, @RestForm("photo") List<FileUpload> files) {
        Character character = characters.find(id, viewer.account().id);
        List<CharacterView.Refusal> refusals = new ArrayList<>();
        for (FileUpload file : files == null ? List.<FileUpload>of() : files) {
            try {
                if (add(character, file).duplicate()) {
                    throw new PhotoRefused(PhotoRefusal.DUPLICATE);
                }
            } catch (PhotoRefused refused) {
                refusals.add(new CharacterView.Refusal(file.fileName(), say(refused.reason())));
            }
        }
        return refusals.isEmpty() ? Response.seeOther(URI.create("/characters/" + id)).build()
                : Response.status(422)
                        .entity(CharacterResource.Templates.show(view.sheet(character, refusals, null))).build();
    }

    @POST
    @Path("{photo}/delete")
    @Consumes(MediaType.WILDCARD)
    public Response remove(@PathParam("id") UUID id, @PathParam("photo") UUID photo,
            @HeaderParam(HttpHeaders.ACCEPT) String accept) {
        album.remove(photo, id, viewer.account().id);
        boolean script = MediaType.APPLICATION_JSON.equals(accept);
        return script ? Response.noContent().build() : Response.seeOther(URI.create("/characters/" + id)).build();
    }

    @GET
    @Path("{photo}.jpg")
    public Response picture(@PathParam("id") UUID id, @PathParam("photo") UUID photo) {
        Photo found = photos.find(photo, characters.find(id, viewer.account().id));
        return OwnPicture.jpeg(blobs.open(found.key()).orElseThrow(NotFoundException::new), "photo.jpg");
    }

    /** A form whose file field was left empty still sends a part: one without a name. */
    private Album.Added add(Character character, FileUpload file) {
        if (file == null || file.size() == 0 && (file.fileName() == null || file.fileName().isEmpty())) {
            throw new PhotoRefused(PhotoRefusal.FILE_MISSING);
        }
        return album.add(character.id, character.ownerId, file.uploadedFile());
    }

    private String say(PhotoRefusal reason) {
        return PhotoReasons.say(reason, page.words(PhotoMessages.class));
    }

    /** What a script learns of its photo; code and message are null for one that is new, hint for a good one. */
    record Stored(UUID id, String url, String code, String message, String hint) {
    }
}
