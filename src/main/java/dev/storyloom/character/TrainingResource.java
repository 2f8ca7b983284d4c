package dev.storyloom.character;

import dev.storyloom.account.Viewer;
import dev.storyloom.job.Job;
import dev.storyloom.job.JobKind;
import dev.storyloom.job.JobQueue;
import dev.storyloom.storage.BlobStore;
import dev.storyloom.web.Problem;
import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.NotFoundException;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jboss.resteasy.reactive.RestForm;

/** Starts, shows and stops the learning of a character. */
@Path("/characters/{id}")
@Produces(MediaType.TEXT_HTML)
@Consumes({MediaType.APPLICATION_FORM_URLENCODED, MediaType.WILDCARD})
class TrainingResource {

    private final Viewer viewer;
    private final Characters characters;
    private final CharacterService service;
    private final CharacterView view;
    private final LearnedStates states;
    private final TrainingView training;
    private final JobQueue queue;
    private final BlobStore blobs;

    TrainingResource(Viewer viewer, Characters characters, CharacterService service, CharacterView view,
            LearnedStates states, TrainingView training, JobQueue queue, BlobStore blobs) {
        this.viewer = viewer;
        this.characters = characters;
        this.service = service;
        this.view = view;
        this.states = states;
        this.training = training;
        this.queue = queue;
        this.blobs = blobs;
    }

    @POST
    @Path("train")
    public Response train(@PathParam("id") UUID id, @RestForm String pace) {
        UUID owner = viewer.account().id;
        Character character = characters.find(id, owner);
        try {
            service.train(id, owner, Pace.of(pace));
        } catch (Problem problem) {
            return Response.status(problem.status()).entity(CharacterResource.Templates
                    .show(view.sheet(character, List.of(), problem.getMessage()))).build();
        }
        return Response.seeOther(URI.create("/characters/" + id + "/training")).build();
    }

    @GET
    @Path("training")
    public Object show(@PathParam("id") UUID id) {
        Character character = characters.find(id, viewer.account().id);
        return newest(character).<Object>map(job -> Templates.training(training.of(character, job)))
                .orElseGet(() -> Response.seeOther(URI.create("/characters/" + id)).build());
    }

    @POST
    @Path("training/cancel")
    public Response cancel(@PathParam("id") UUID id) {
        newest(characters.find(id, viewer.account().id)).ifPresent(job -> queue.cancel(job.id));
        return Response.seeOther(URI.create("/characters/" + id + "/training")).build();
    }

    @GET
    @Path("samples/{step}.jpg")
    public Response sample(@PathParam("id") UUID id, @PathParam("step") int step) {
        Character character = characters.find(id, viewer.account().id);
        return OwnPicture.jpeg(blobs.open(Character.sampleKey(character.id, step))
                .orElseThrow(NotFoundException::new), "sample.jpg");
    }

    /** A picture that one state of the learning makes. */
    @GET
    @Path("states/{state}.jpg")
    public Response state(@PathParam("id") UUID id, @PathParam("state") UUID state) {
        Character character = characters.find(id, viewer.account().id);
        return OwnPicture.jpeg(blobs.open(states.find(state, character).pictureKey())
                .orElseThrow(NotFoundException::new), "state.jpg");
    }

    /** Lets stories be painted with this state of the learning. */
    @POST
    @Path("states/{state}")
    public Response choose(@PathParam("id") UUID id, @PathParam("state") UUID state) {
        states.choose(id, viewer.account().id, state);
        return Response.seeOther(URI.create("/characters/" + id + "#states")).build();
    }

    private Optional<Job> newest(Character character) {
        return queue.newest(character.id, character.ownerId, JobKind.TRAIN);
    }

    @CheckedTemplate(basePath = "Character")
    static class Templates {
        static native TemplateInstance training(TrainingView.Sheet sheet);

        private Templates() {
        }
    }
}
