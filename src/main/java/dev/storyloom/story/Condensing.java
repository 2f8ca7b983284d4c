package dev.storyloom.story;

import dev.storyloom.story.condenser.BuiltInCondenser;
import dev.storyloom.story.condenser.Condenser;
import dev.storyloom.story.condenser.TokenBudget;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Produces;

/** Gives the stories their condenser and the painter's token budget. */
@ApplicationScoped
class Condensing {
    @Produces
    @ApplicationScoped
    Condenser condenser() {
        return new BuiltInCondenser();
    }

    @Produces
    @ApplicationScoped
    TokenBudget budget() {
        return TokenBudget.estimate();
    }
}
