package dev.storyloom.web;

import io.quarkus.arc.Arc;
import io.quarkus.qute.EngineBuilder;
import jakarta.enterprise.event.Observes;

/** Gives every page the viewer's language without each resource having to think of it. */
class TemplateLanguage {
    private final Page page;

    TemplateLanguage(Page page) {
        this.page = page;
    }

    void configure(@Observes EngineBuilder engine) {
        engine.addTemplateInstanceInitializer(template -> {
            if (Arc.container().requestContext().isActive()) {
                template.setLocale(page.locale());
            }
        });
    }
}
