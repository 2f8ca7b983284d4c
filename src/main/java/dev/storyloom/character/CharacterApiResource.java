package dev.storyloom.character;

import dev.storyloom.account.Viewer;
import dev.storyloom.character.CharacterView.State;
import dev.storyloom.job.Once;
import dev.storyloom.job.Started;
import dev.storyloom.storage.PhotoReasons;
import dev.storyloom.storage.PhotoMessages;
import dev.storyloom.storage.PhotoRefusal;
import dev.storyloom.storage.PhotoRefused;
import dev.storyloom.web.Page;
import dev.storyloom.web.Problem;
import dev.storyloom.web.TypedLine;
import io.smallrye.common.annotation.Blocking;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.Stream;
import org.jboss.resteasy.reactive.RestForm;
import org.jboss.resteasy.reactive.multipart.FileUpload;

/** Characters, for programs. */
@Path("/api/v1/characters")
@Produces(MediaType.APPLICATION_JSON)
@Blocking
public class CharacterApiResource {
    private final Viewer viewer;
    private final Page page;
    private final Characters characters;
    private final CharacterService service;
    private final CharacterView view;
    private final Album album;
    private final Once once;

    CharacterApiResource(Viewer viewer, Page page, Characters characters, CharacterService service, CharacterView view,
            Album album, Once once) {
        this.viewer = viewer;
        this.page = page;
        this.characters = characters;
        this.service = service;
        this.view = view;
        this.album = album;
        this.once = once;
    }

    @GET
    public List<CharacterJson> all() {
        return characters.of(viewer.account().id).stream().map(this::json).toList();
    }

    @POST
    @Consumes(MediaType.APPLICATION_JSON)
    public Response make(NewCharacter wish) {
        var owner = viewer.account().id;
        var asked = wish == null ? new NewCharacter(null, null, null, false) : wish;
        var form = new CharacterForm(TypedLine.of(asked.name()), text(asked.kind()), text(asked.noun()), asked.attested(), null,
                null, null).checked(page.words(CharacterMessages.class));
        if (!form.good()) {
            throw new Problem(422, "bad_character", Stream.of(form.nameFault(), form.kindFault(), form.attestFault())
                    .filter(Objects::nonNull).findFirst().orElseThrow());
        }
        return Response.status(201).entity(json(service.create(owner, form))).build();
    }

    @GET
    @Path("{id}")
    public CharacterJson one(@PathParam("id") UUID id) {
        return json(characters.find(id, viewer.account().id));
    }

    /** Deletes the character with its photos and all that was learned; the answer is the receipt. */
    @DELETE
    @Path("{id}")
    public CharacterService.Deletion delete(@PathParam("id") UUID id) {
        return service.delete(id, viewer.account().id);
    }

    /** Adds one photo, as the part {@code photo} of a form. */
    @POST
    @Path("{id}/photos")
    @Consumes(MediaType.MULTIPART_FORM_DATA)
    public Response addPhoto(@PathParam("id") UUID id, @RestForm("photo") FileUpload photo) {
        var character = characters.find(id, viewer.account().id);
        try {
            if (photo == null) {
                throw new PhotoRefused(PhotoRefusal.FILE_MISSING);
            }
            var added = album.add(character.id, character.ownerId, photo.uploadedFile());
            return Response.status(added.duplicate() ? 200 : 201).entity(new PhotoJson(added.photo().id,
                    added.photo().width, added.photo().height)).build();
        } catch (PhotoRefused refused) {
            throw new Problem(refused.reason().status(), refused.reason().code(),
                    PhotoReasons.say(refused.reason(), page.words(PhotoMessages.class)));
        }
    }

    /** Starts the learning: quick, balanced or careful; an Idempotency-Key makes it safe to ask twice. */
    @POST
    @Path("{id}/training")
    public Response train(@PathParam("id") UUID id, @QueryParam("pace") String pace,
            @HeaderParam("Idempotency-Key") String key) {
        var owner = viewer.account().id;
        characters.find(id, owner);
        return once.answer(key, 202, "train " + id + " " + pace,
                () -> new Started(service.train(id, owner, Pace.of(pace))));
    }

    private CharacterJson json(Character character) {
        var sheet = view.sheet(character, List.of(), null);
        return new CharacterJson(character.id, character.name, character.kind, character.classNoun, sheet.count(),
                sheet.state(), character.createdAt, character.learnedAt);
    }

    private static String text(String sent) {
        return sent == null ? "" : sent.strip();
    }

    /**
     * A wish for a character.
     *
     * @param kind     one of the kinds; OTHER takes the noun
     * @param attested that the photos may be used, as the page for a new character says
     */
    public record NewCharacter(String name, String kind, String noun, boolean attested) {
    }

    /** A character; learnedAt is null until it can play. */
    public record CharacterJson(UUID id, String name, CharacterKind kind, String noun, int photos, State state,
            Instant createdAt, Instant learnedAt) {
    }

    /** A photo that was taken. */
    public record PhotoJson(UUID id, int width, int height) {
    }
}
