package dev.storyloom.story;

import dev.storyloom.account.Viewer;
import dev.storyloom.web.Problem;
import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import java.util.List;
import java.util.UUID;
import org.jboss.resteasy.reactive.RestForm;

/** The shelf of stories, the form for a new one, and the editor. */
@Path("/stories")
@Produces(MediaType.TEXT_HTML)
@Consumes(MediaType.APPLICATION_FORM_URLENCODED)
public class StoryResource {
    private final Viewer viewer;
    private final StoryService service;
    private final StoryRepository stories;
    private final StoryView view;
    private final Heroes heroes;
    private final StoryReasons reasons;

    StoryResource(Viewer viewer, StoryService service, StoryRepository stories, StoryView view, Heroes heroes,
            StoryReasons reasons) {
        this.viewer = viewer;
        this.service = service;
        this.stories = stories;
        this.view = view;
        this.heroes = heroes;
        this.reasons = reasons;
    }

    @GET
    public TemplateInstance list() {
        return Templates.list(view.shelf(viewer.account().id));
    }

    @GET
    @Path("new")
    public TemplateInstance form(@QueryParam("character") List<String> asked) {
        var owner = viewer.account().id;
        var mine = heroes.of(owner);
        var chosen = asked.isEmpty() ? mine.stream().limit(1).map(hero -> hero.id().toString()).toList() : asked;
        return Templates.form(new StoryForm("", "", StoryDraft.USUAL_PAGES, chosen, "", "", mine, heroes.pictures(owner),
                null));
    }

    @POST
    public Object write(@RestForm String title, @RestForm String text, @RestForm Integer pages, @RestForm List<String> character,
            @RestForm String style, @RestForm String age) {
        var owner = viewer.account().id;
        var band = AgeBand.of(age);
        var wished = pages == null ? AgeBand.pagesFor(band, text) : pages;
        try {
            var story = reasons.kindly(() -> service.write(owner, new StoryDraft(title, text, wished,
                    Ids.parse(character), StoryStyle.of(style), band)));
            return Response.seeOther(URI.create("/stories/" + story.id)).build();
        } catch (Problem problem) {
            var again = new StoryForm(title == null ? "" : title, text == null ? "" : text, wished, character, style, age,
                    heroes.of(owner), heroes.pictures(owner), problem.getMessage());
            return Response.status(problem.status()).entity(Templates.form(again)).build();
        }
    }

    @GET
    @Path("{id}")
    public TemplateInstance editor(@PathParam("id") UUID id) {
        return Templates.editor(view.editor(stories.find(id, viewer.account().id)));
    }

    @POST
    @Path("{id}")
    public Response retitle(@PathParam("id") UUID id, @RestForm String title) {
        reasons.kindly(() -> service.retitle(viewer.account().id, id, title));
        return Response.seeOther(URI.create("/stories/" + id)).build();
    }

    @POST
    @Path("{id}")
    @Produces(MediaType.APPLICATION_JSON)
    public SavedTitle retitleQuietly(@PathParam("id") UUID id, @RestForm String title) {
        return new SavedTitle(reasons.kindly(() -> service.retitle(viewer.account().id, id, title)).title);
    }

    /** Takes back the last change of the scenes. */
    @POST
    @Path("{id}/undo")
    public Response undo(@PathParam("id") UUID id) {
        service.undo(viewer.account().id, id);
        return Response.seeOther(URI.create("/stories/" + id)).build();
    }

    @POST
    @Path("{id}/delete")
    public Response delete(@PathParam("id") UUID id) {
        service.forget(viewer.account().id, id);
        return Response.seeOther(URI.create("/stories")).build();
    }

    /** What the browser gets when it saved a title by itself. */
    public record SavedTitle(String title) {
    }

    @CheckedTemplate(basePath = "Story")
    static class Templates {
        static native TemplateInstance list(List<StoryView.Card> cards);

        static native TemplateInstance form(StoryForm form);

        static native TemplateInstance editor(StoryView.Editor editor);
    }
}
