package dev.storyloom.story;

import dev.storyloom.story.condenser.Condenser;
import dev.storyloom.story.condenser.Scene;
import dev.storyloom.story.condenser.StoryPlan;
import dev.storyloom.story.condenser.StoryText;
import dev.storyloom.story.condenser.TokenBudget;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Produces;
import java.util.ArrayList;
import java.util.List;

/** Gives the stories their condenser and the painter's token budget. */
@ApplicationScoped
class Condensing {
    @Produces
    @ApplicationScoped
    Condenser condenser(TokenBudget budget) {
        return request -> {
            var scenes = new ArrayList<Scene>();
            for (var part : StoryText.of(request.story()).toString().split("(?<=[.!?])\\s+")) {
                scenes.add(new Scene(part, part, "", "", List.of(), "", "", budget.count(part), List.of()));
            }
            return new StoryPlan(scenes.get(0).narration(), "en",
                    scenes.subList(0, Math.min(Math.max(1, request.pages()), scenes.size())));
        };
    }

    @Produces
    @ApplicationScoped
    TokenBudget budget() {
        return TokenBudget.estimate();
    }
}
