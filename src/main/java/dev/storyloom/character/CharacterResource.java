package dev.storyloom.character;

import dev.storyloom.account.Viewer;
import dev.storyloom.web.Page;
import dev.storyloom.web.TypedLine;
import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DefaultValue;
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
import org.jboss.resteasy.reactive.RestForm;

/** The shelf of characters, the form for a new one, the page of each, and its deletion. */
@Path("/characters")
@Produces(MediaType.TEXT_HTML)
@Consumes(MediaType.APPLICATION_FORM_URLENCODED)
class CharacterResource {

    private final Viewer viewer;
    private final Page page;
    private final Characters characters;
    private final CharacterService service;
    private final CharacterView view;

    CharacterResource(Viewer viewer, Page page, Characters characters, CharacterService service, CharacterView view) {
        this.viewer = viewer;
        this.page = page;
        this.characters = characters;
        this.service = service;
        this.view = view;
    }

    @GET
    public TemplateInstance list() {
        return Templates.list(view.cards(viewer.account().id));
    }

    @GET
    @Path("new")
    public TemplateInstance form() {
        return Templates.form(CharacterForm.empty(), page.locale().getLanguage());
    }

    @POST
    public Response create(@RestForm @DefaultValue("") String name, @RestForm @DefaultValue("") String kind,
            @RestForm @DefaultValue("") String other, @RestForm @DefaultValue("") String attested) {
        UUID owner = viewer.account().id;
        CharacterForm form = new CharacterForm(TypedLine.of(name), kind, other, attested.equals("yes"), null, null, null)
                .checked(page.words(CharacterMessages.class));
        if (!form.good()) {
            return Response.status(422).entity(Templates.form(form, page.locale().getLanguage())).build();
        }
        return Response.seeOther(URI.create("/characters/" + service.create(owner, form).id)).build();
    }

    @GET
    @Path("{id}")
    public TemplateInstance show(@PathParam("id") UUID id) {
        return Templates.show(view.sheet(characters.find(id, viewer.account().id), List.of(), null));
    }

    /** The line under the album, for the script that has just added or removed a photo. */
    @GET
    @Path("{id}/count")
    public TemplateInstance count(@PathParam("id") UUID id) {
        return Templates.count(view.sheet(characters.find(id, viewer.account().id), List.of(), null));
    }

    @POST
    @Path("{id}/delete")
    public TemplateInstance delete(@PathParam("id") UUID id) {
        return Templates.deleted(service.delete(id, viewer.account().id));
    }

    @CheckedTemplate(basePath = "Character")
    static class Templates {
        static native TemplateInstance list(List<CharacterView.Card> cards);

        static native TemplateInstance form(CharacterForm form, String language);

        static native TemplateInstance show(CharacterView.Sheet sheet);

        static native TemplateInstance count(CharacterView.Sheet sheet);

        static native TemplateInstance deleted(CharacterService.Deletion deletion);

        private Templates() {
        }
    }
}
