package dev.storyloom.story;

import dev.storyloom.account.Viewer;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DefaultValue;
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

/** Changes to the scenes of a story: plain forms that lead back to the editor, and the same saved quietly by the page. */
@Path("/stories/{id}/scenes")
@Produces(MediaType.TEXT_HTML)
@Consumes(MediaType.APPLICATION_FORM_URLENCODED)
public class SceneResource {
    private final Viewer viewer;
    private final StoryService service;
    private final StoryReasons reasons;

    SceneResource(Viewer viewer, StoryService service, StoryReasons reasons) {
        this.viewer = viewer;
        this.service = service;
        this.reasons = reasons;
    }

    @POST
    public Response add(@PathParam("id") UUID id, @RestForm @DefaultValue("0") int after, @RestForm String narration) {
        return back(id, reasons.kindly(() -> service.add(owner(), id, after, narration)));
    }

    @POST
    @Path("{scene}")
    public Response edit(@PathParam("id") UUID id, @PathParam("scene") UUID scene, @RestForm String narration,
            @RestForm String prompt) {
        return back(id, saved(id, scene, narration, prompt));
    }

    @POST
    @Path("{scene}")
    @Produces(MediaType.APPLICATION_JSON)
    public SavedScene editQuietly(@PathParam("id") UUID id, @PathParam("scene") UUID scene, @RestForm String narration,
            @RestForm String prompt) {
        return SavedScene.of(saved(id, scene, narration, prompt));
    }

    @POST
    @Path("{scene}/retell")
    public Response retell(@PathParam("id") UUID id, @PathParam("scene") UUID scene, @RestForm String narration) {
        return back(id, reasons.kindly(() -> service.retell(owner(), id, scene, narration)));
    }

    @POST
    @Path("{scene}/retell")
    @Produces(MediaType.APPLICATION_JSON)
    public SavedScene retellQuietly(@PathParam("id") UUID id, @PathParam("scene") UUID scene,
            @RestForm String narration) {
        return SavedScene.of(reasons.kindly(() -> service.retell(owner(), id, scene, narration)));
    }

    @POST
    @Path("{scene}/english")
    public Response putIntoEnglish(@PathParam("id") UUID id, @PathParam("scene") UUID scene, @RestForm String narration,
            @RestForm String prompt) {
        return back(id, inEnglish(id, scene, narration, prompt));
    }

    @POST
    @Path("{scene}/english")
    @Produces(MediaType.APPLICATION_JSON)
    public SavedScene putIntoEnglishQuietly(@PathParam("id") UUID id, @PathParam("scene") UUID scene,
            @RestForm String narration, @RestForm String prompt) {
        return SavedScene.of(inEnglish(id, scene, narration, prompt));
    }

    @POST
    @Path("{scene}/delete")
    public Response delete(@PathParam("id") UUID id, @PathParam("scene") UUID scene) {
        return reasons.kindly(() -> {
            service.delete(owner(), id, scene);
            return Response.seeOther(URI.create("/stories/" + id)).build();
        });
    }

    /** Cuts a page in two; {@code at} is where the writer's cursor stood, 0 without scripts. */
    @POST
    @Path("{scene}/split")
    public Response split(@PathParam("id") UUID id, @PathParam("scene") UUID scene, @RestForm @DefaultValue("0") int at) {
        return back(id, reasons.kindly(() -> service.split(owner(), id, scene, at)));
    }

    @POST
    @Path("{scene}/merge")
    public Response merge(@PathParam("id") UUID id, @PathParam("scene") UUID scene) {
        return back(id, reasons.kindly(() -> service.merge(owner(), id, scene)));
    }

    @POST
    @Path("{scene}/move")
    public Response move(@PathParam("id") UUID id, @PathParam("scene") UUID scene, @RestForm String to) {
        service.move(owner(), id, scene, "down".equals(to));
        return Response.seeOther(URI.create("/stories/" + id + "#scene-" + scene)).build();
    }

    private Scene saved(UUID id, UUID scene, String narration, String prompt) {
        return reasons.kindly(() -> service.edit(owner(), id, scene, new SceneEdit(narration, prompt)));
    }

    private Scene inEnglish(UUID id, UUID scene, String narration, String prompt) {
        return reasons.kindly(() -> service.putIntoEnglish(owner(), id, scene, new SceneEdit(narration, prompt)));
    }

    private UUID owner() {
        return viewer.account().id;
    }

    private static Response back(UUID id, Scene scene) {
        return Response.seeOther(URI.create("/stories/" + id + "#scene-" + scene.id)).build();
    }

    /** What the browser gets when it saved a scene by itself. */
    public record SavedScene(UUID id, String prompt, boolean foreign, int tokens, List<String> dropped) {
        static SavedScene of(Scene scene) {
            return new SavedScene(scene.id, scene.prompt, scene.foreign(), scene.tokens, scene.droppedWords());
        }
    }
}
