package dev.storyloom.story;

import dev.storyloom.story.condenser.BuiltInCondenser;
import dev.storyloom.story.condenser.Condenser;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Produces;

/** Gives the stories their condenser. */
@ApplicationScoped
class Condensing {
    @Produces
    @ApplicationScoped
    Condenser condenser() {
        return new BuiltInCondenser();
    }
}
