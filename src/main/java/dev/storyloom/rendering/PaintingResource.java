package dev.storyloom.rendering;

import dev.storyloom.account.Viewer;
import dev.storyloom.job.JobKind;
import dev.storyloom.job.JobQueue;
import dev.storyloom.rendering.PaintingView.Frame;
import dev.storyloom.rendering.PaintingView.Stage;
import dev.storyloom.storage.BlobStore;
import dev.storyloom.story.Heroes;
import dev.storyloom.story.Story;
import dev.storyloom.story.StoryRepository;
import dev.storyloom.web.Page;
import dev.storyloom.web.Problem;
import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.NotFoundException;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import java.util.UUID;

/** The painting of a story: started, watched, stopped; and its pictures, for the owner only. */
@Path("/stories/{id}")
@Produces(MediaType.TEXT_HTML)
public class PaintingResource {
    private static final int CONFLICT = 409;

    private final Viewer viewer;
    private final Page page;
    private final StoryRepository stories;
    private final Heroes heroes;
    private final PaintingService service;
    private final PaintingPlans plans;
    private final PictureRepository pictures;
    private final JobQueue queue;
    private final BlobStore blobs;

    PaintingResource(Viewer viewer, Page page, StoryRepository stories, Heroes heroes, PaintingService service,
            PaintingPlans plans, PictureRepository pictures, JobQueue queue, BlobStore blobs) {
        this.viewer = viewer;
        this.page = page;
        this.stories = stories;
        this.heroes = heroes;
        this.service = service;
        this.plans = plans;
        this.pictures = pictures;
        this.queue = queue;
        this.blobs = blobs;
    }

    @GET
    @Path("painting")
    public TemplateInstance watch(@PathParam("id") UUID id) {
        return Templates.painting(view(stories.find(id, viewer.account().id)));
    }

    /** Which jobs to follow; the page asks when one of them is over. */
    @GET
    @Path("painting/stages")
    @Produces(MediaType.WILDCARD)
    public Response stages(@PathParam("id") UUID id) {
        var view = view(stories.find(id, viewer.account().id));
        return Response.ok(new Stages(view.waits() ? view.learning().jobId() : null,
                view.painting() == null ? null : view.painting().jobId()), MediaType.APPLICATION_JSON_TYPE).build();
    }

    @POST
    @Path("painting")
    public Response start(@PathParam("id") UUID id) {
        if (!service.start(viewer.account().id, id)) {
            throw new Problem(CONFLICT, "hero_not_learned", page.words(RenderingMessages.class).heroNotLearned());
        }
        return back(id);
    }

    @POST
    @Path("painting/cancel")
    public Response cancel(@PathParam("id") UUID id) {
        service.cancel(viewer.account().id, id);
        return back(id);
    }

    @GET
    @Path("pictures/{picture}.png")
    @Produces(MediaType.WILDCARD)
    public Response picture(@PathParam("id") UUID id, @PathParam("picture") UUID picture) {
        var story = stories.find(id, viewer.account().id);
        var found = pictures.find(picture, story.id).orElseThrow(NotFoundException::new);
        return Response.ok(blobs.open(found.blobKey).orElseThrow(NotFoundException::new), "image/png")
                .header("Content-Disposition", "inline; filename=\"page.png\"")
                .header("Content-Security-Policy", "default-src 'none'; sandbox")
                .build();
    }

    private PaintingView view(Story story) {
        var hero = story.characterId == null ? null : heroes.find(story.characterId, story.ownerId);
        var learning = story.paintWhenReady == null ? null
                : queue.newest(story.characterId, story.ownerId, JobKind.TRAIN)
                        .map(job -> new Stage(job.id, queue.view(job))).orElse(null);
        var painting = queue.newest(story.id, story.ownerId, JobKind.RENDER)
                .map(job -> new Stage(job.id, queue.view(job))).orElse(null);
        var frames = plans.of(story.id, story.ownerId).sheets().stream().map(sheet -> new Frame(sheet.position(),
                sheet.narration(), sheet.painted() ? RenderJob.address(story.id, sheet.picture().id) : null)).toList();
        return new PaintingView(story.id, story.title, story.language, hero, learning, painting, frames);
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
