package dev.storyloom.rendering;

import dev.storyloom.account.Viewer;
import dev.storyloom.character.Characters;
import dev.storyloom.character.Photo;
import dev.storyloom.character.Photos;
import dev.storyloom.job.JobKind;
import dev.storyloom.job.JobQueue;
import dev.storyloom.rendering.PaintingView.Frame;
import dev.storyloom.rendering.PaintingView.Stage;
import dev.storyloom.story.Hero;
import dev.storyloom.story.Heroes;
import dev.storyloom.story.Story;
import dev.storyloom.story.StoryRepository;
import dev.storyloom.web.Page;
import dev.storyloom.web.Problem;
import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import java.util.List;
import java.util.UUID;

/** The painting of a story: started, watched, stopped. */
@Path("/stories/{id}/painting")
@Produces(MediaType.TEXT_HTML)
public class PaintingResource {
    private static final int CONFLICT = 409;
    private static final int MOST_PHOTOS = 6;

    private final Viewer viewer;
    private final Page page;
    private final StoryRepository stories;
    private final Heroes heroes;
    private final Characters characters;
    private final Photos photos;
    private final PaintingService service;
    private final PaintingPlans plans;
    private final JobQueue queue;

    PaintingResource(Viewer viewer, Page page, StoryRepository stories, Heroes heroes, Characters characters,
            Photos photos, PaintingService service, PaintingPlans plans, JobQueue queue) {
        this.viewer = viewer;
        this.page = page;
        this.stories = stories;
        this.heroes = heroes;
        this.characters = characters;
        this.photos = photos;
        this.service = service;
        this.plans = plans;
        this.queue = queue;
    }

    @GET
    public TemplateInstance watch(@PathParam("id") UUID id) {
        return Templates.painting(view(stories.find(id, viewer.account().id)));
    }

    /** Which jobs to follow; the page asks when one of them is over. */
    @GET
    @Path("stages")
    @Produces(MediaType.WILDCARD)
    public Response stages(@PathParam("id") UUID id) {
        var view = view(stories.find(id, viewer.account().id));
        return Response.ok(new Stages(view.waits() ? view.learning().jobId() : null,
                view.painting() == null ? null : view.painting().jobId()), MediaType.APPLICATION_JSON_TYPE).build();
    }

    @POST
    public Response start(@PathParam("id") UUID id) {
        if (!service.start(viewer.account().id, id)) {
            throw new Problem(CONFLICT, "hero_not_learned", page.words(RenderingMessages.class).heroNotLearned());
        }
        return back(id);
    }

    @POST
    @Path("cancel")
    public Response cancel(@PathParam("id") UUID id) {
        service.cancel(viewer.account().id, id);
        return back(id);
    }

    private PaintingView view(Story story) {
        var cast = heroes.in(story.id);
        var learner = story.paintWhenReady == null ? null
                : cast.stream().filter(hero -> !hero.ready()).findFirst().orElse(null);
        var learning = learner == null ? null
                : queue.newest(learner.id(), story.ownerId, JobKind.TRAIN)
                        .map(job -> new Stage(job.id, queue.view(job))).orElse(null);
        var painting = queue.newest(story.id, story.ownerId, JobKind.RENDER)
                .map(job -> new Stage(job.id, queue.view(job))).orElse(null);
        var variants = plans.variants(story.id, story.ownerId);
        var frames = plans.of(story.id, story.ownerId).sheets().stream().map(sheet -> new Frame(sheet.position(),
                sheet.narration(), sheet.toSee() == null ? null : RenderJob.address(story.id, sheet.toSee().id),
                !sheet.painted(), variants.getOrDefault(sheet.sceneId(), List.of()))).toList();
        return new PaintingView(story.id, story.title, story.language, cast, learner, learning,
                learning == null ? List.of() : photos(learner, story.ownerId), painting, frames);
    }

    private List<String> photos(Hero learner, UUID ownerId) {
        return photos.of(characters.find(learner.id(), ownerId)).stream().limit(MOST_PHOTOS)
                .map(Photo::url).toList();
    }

    private static Response back(UUID id) {
        return Response.seeOther(URI.create("/stories/" + id + "/painting")).build();
    }

    /** Ids of the jobs, null where there is none. */
    public record Stages(UUID learning, UUID painting) {
    }

    @CheckedTemplate(basePath = "Rendering")
    static class Templates {
        static native TemplateInstance painting(PaintingView view);
    }
}
