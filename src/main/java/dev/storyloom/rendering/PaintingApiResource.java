package dev.storyloom.rendering;

import dev.storyloom.account.Viewer;
import dev.storyloom.job.JobKind;
import dev.storyloom.job.JobQueue;
import dev.storyloom.job.Once;
import dev.storyloom.job.Started;
import dev.storyloom.story.StoryRepository;
import dev.storyloom.web.Page;
import dev.storyloom.web.Problem;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.UUID;

/** The painting of a story, for programs. */
@Path("/api/v1/stories/{id}/painting")
@Produces(MediaType.APPLICATION_JSON)
public class PaintingApiResource {
    private final Viewer viewer;
    private final Page page;
    private final StoryRepository stories;
    private final PaintingService service;
    private final JobQueue queue;
    private final Once once;

    PaintingApiResource(Viewer viewer, Page page, StoryRepository stories, PaintingService service, JobQueue queue,
            Once once) {
        this.viewer = viewer;
        this.page = page;
        this.stories = stories;
        this.service = service;
        this.queue = queue;
        this.once = once;
    }

    /** Paints what is not painted yet, at once or when the hero is learned; an Idempotency-Key makes it safe to ask twice. */
    @POST
    public Response start(@PathParam("id") UUID id, @HeaderParam("Idempotency-Key") String key) {
        var owner = viewer.account().id;
        stories.find(id, owner);
        return once.answer(key, 202, "paint " + id, () -> {
            if (!service.start(owner, id)) {
                throw new Problem(409, "hero_not_learned", page.words(RenderingMessages.class).heroNotLearned());
            }
            return new Started(queue.newest(id, owner, JobKind.RENDER).filter(job -> !job.state.isOver())
                    .map(job -> job.id).orElse(null));
        });
    }
}
