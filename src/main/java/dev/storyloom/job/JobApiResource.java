package dev.storyloom.job;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.storyloom.account.Viewer;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.NotFoundException;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.UUID;

/** Long work, for programs. */
@Path("/api/v1/jobs")
@Produces(MediaType.APPLICATION_JSON)
public class JobApiResource {
    private final Viewer viewer;
    private final JobQueue queue;

    JobApiResource(Viewer viewer, JobQueue queue) {
        this.viewer = viewer;
        this.queue = queue;
    }

    @GET
    @Path("{id}")
    public JobJson job(@PathParam("id") UUID id) {
        var job = find(id);
        return JobJson.of(job, queue.view(job));
    }

    /** Asks a job to end; one at work ends at its next step. */
    @POST
    @Path("{id}/cancel")
    public JobJson cancel(@PathParam("id") UUID id) {
        queue.cancel(find(id).id);
        return job(id);
    }

    private Job find(UUID id) {
        return queue.find(id, viewer.account().id).orElseThrow(NotFoundException::new);
    }

    /**
     * A job.
     *
     * @param subject     the character or the story it works on
     * @param place       how many are served before it
     * @param secondsLeft an estimate, absent where there is none yet
     * @param error       a code, only of a job that failed
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record JobJson(UUID id, JobKind kind, UUID subject, JobState state, int step, int steps, int place,
            Long secondsLeft, String error) {
        static JobJson of(Job job, JobView view) {
            return new JobJson(job.id, job.kind, job.subjectId, view.state(), view.step(), view.steps(), view.place(),
                    view.secondsLeft(), view.error());
        }
    }
}
