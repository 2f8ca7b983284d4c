package dev.storyloom.admin;

import dev.storyloom.web.AdministratorsOnly;
import dev.storyloom.web.LocalPath;
import dev.storyloom.web.Page;
import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.NotFoundException;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Response;
import java.util.List;
import java.util.UUID;
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.RestQuery;

/** How this Storyloom is doing: its jobs, its disk, its models and its accounts. */
@Path("/admin")
@AdministratorsOnly
class AdminResource {
    private final Workload workload;
    private final DiskUse disk;
    private final ModelShelf models;
    private final Household household;
    private final Page page;

    AdminResource(Workload workload, DiskUse disk, ModelShelf models, Household household, Page page) {
        this.workload = workload;
        this.disk = disk;
        this.models = models;
        this.household = household;
        this.page = page;
    }

    /** @param sheet which fifty accounts, counted from 1 */
    @GET
    public TemplateInstance show(@RestQuery @DefaultValue("1") int sheet) {
        return Templates.admin(new Sheet(workload.sheet(), disk.sheet(), models.all(), household.sheet(sheet),
                Told.in(page.locale(), page.words(AdminMessages.class))));
    }

    @POST
    @Path("jobs/{id}/cancel")
    public Response cancel(@RestPath UUID id) {
        if (!workload.cancel(id)) {
            throw new NotFoundException();
        }
        return LocalPath.of("/admin").redirect();
    }

    record Sheet(Workload.Sheet work, DiskUse.Sheet disk, List<ModelShelf.Model> models, Household.Sheet household,
            Told told) {
    }

    @CheckedTemplate(basePath = "Admin")
    static class Templates {
        static native TemplateInstance admin(Sheet sheet);

        private Templates() {
        }
    }
}
