package dev.storyloom.web;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;

/** The first page: what Storyloom is, and the two ways in. */
@Path("/")
@Public
class HomeResource {
    @CheckedTemplate(basePath = "Web")
    static class Templates {
        static native TemplateInstance home();

        private Templates() {
        }
    }

    @GET
    public TemplateInstance home() {
        return Templates.home();
    }
}
