package dev.storyloom.story;

import dev.storyloom.account.Viewer;
import dev.storyloom.job.Once;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.PATCH;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.Stream;

/** Stories and their scenes, for programs. */
@Path("/api/v1/stories")
@Produces(MediaType.APPLICATION_JSON)
public class StoryApiResource {
    private final Viewer viewer;
    private final StoryRepository stories;
    private final SceneRepository scenes;
    private final StoryService service;
    private final StoryReasons reasons;
    private final Roles roles;
    private final Once once;

    StoryApiResource(Viewer viewer, StoryRepository stories, SceneRepository scenes, StoryService service,
            StoryReasons reasons, Roles roles, Once once) {
        this.viewer = viewer;
        this.stories = stories;
        this.scenes = scenes;
        this.service = service;
        this.reasons = reasons;
        this.roles = roles;
        this.once = once;
    }

    @GET
    public List<StoryJson> all() {
        var owner = viewer.account().id;
        var told = scenes.byStory(owner);
        var casts = roles.of(owner);
        return stories.of(owner).stream().map(story -> json(story, casts.getOrDefault(story.id, List.of()),
                told.getOrDefault(story.id, List.of()))).toList();
    }

    /** Divides a text into scenes and keeps it; an Idempotency-Key makes it safe to ask twice. */
    @POST
    @Consumes(MediaType.APPLICATION_JSON)
    public Response write(NewStory wish, @HeaderParam("Idempotency-Key") String key) {
        var owner = viewer.account().id;
        var asked = wish == null ? new NewStory(null, null, null, null, null, null, null) : wish;
        return once.answer(key, 201, "write " + asked, () -> reasons.kindly(() -> {
            var band = AgeBand.of(asked.age());
            var pages = asked.pages() == null ? AgeBand.pagesFor(band, asked.text()) : asked.pages();
            return json(service.write(owner, new StoryDraft(asked.title(), asked.text(), pages, asked.cast(),
                    StoryStyle.of(asked.style()), band)));
        }));
    }

    @GET
    @Path("{id}")
    public StoryJson one(@PathParam("id") UUID id) {
        return json(stories.find(id, viewer.account().id));
    }

    @DELETE
    @Path("{id}")
    public Response delete(@PathParam("id") UUID id) {
        service.forget(viewer.account().id, id);
        return Response.noContent().build();
    }

    /** Changes a scene; what is absent stays. */
    @PATCH
    @Path("{id}/scenes/{scene}")
    @Consumes(MediaType.APPLICATION_JSON)
    public SceneJson edit(@PathParam("id") UUID id, @PathParam("scene") UUID sceneId, SceneWish wish) {
        var owner = viewer.account().id;
        var scene = scenes.find(sceneId, stories.find(id, owner).id);
        var narration = wish == null || wish.narration() == null ? scene.narration : wish.narration();
        var prompt = wish == null || wish.prompt() == null ? scene.prompt : wish.prompt();
        return SceneJson.of(reasons.kindly(() -> service.edit(owner, id, sceneId, new SceneEdit(narration, prompt))));
    }

    private StoryJson json(Story story) {
        return json(story, roles.cast(story.id).stream().map(hero -> hero.id).toList(), scenes.of(story.id));
    }

    private static StoryJson json(Story story, List<UUID> cast, List<Scene> scenes) {
        return new StoryJson(story.id, story.title, story.language, cast.isEmpty() ? null : cast.get(0), cast,
                story.style.key(), story.ageBand == null ? null : story.ageBand.key(), story.updatedAt,
                scenes.stream().map(SceneJson::of).toList());
    }

    /**
     * A wish for a story; only the text must be there. Up to three characters play in it, or the one called character.
     * The age of the listener is 2-4, 5-7 or 8-10.
     */
    public record NewStory(String title, String text, Integer pages, UUID character, List<UUID> characters, String style,
            String age) {
        List<UUID> cast() {
            var several = characters == null ? Stream.<UUID>empty() : characters.stream();
            return Stream.concat(Stream.ofNullable(character), several.filter(Objects::nonNull)).toList();
        }
    }

    /** A wish to change a scene. */
    public record SceneWish(String narration, String prompt) {
    }

    /** A story; the character, the first of them, is null where it has none of its own, the age where nobody said it. */
    public record StoryJson(UUID id, String title, String language, UUID character, List<UUID> characters, String style,
            String age, Instant updatedAt, List<SceneJson> scenes) {
    }

    /** A scene: what the reader hears and what the painter is asked for. */
    public record SceneJson(UUID id, int position, String narration, String prompt) {
        static SceneJson of(Scene scene) {
            return new SceneJson(scene.id, scene.position, scene.narration, scene.prompt);
        }
    }
}
