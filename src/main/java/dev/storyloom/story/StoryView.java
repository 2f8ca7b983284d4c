package dev.storyloom.story;

import dev.storyloom.story.condenser.TokenBudget;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.UUID;
import java.util.stream.Collectors;

/** Puts together what the pages of the stories show. */
@ApplicationScoped
public class StoryView {
    private final StoryRepository stories;
    private final SceneRepository scenes;
    private final Heroes heroes;
    private final Roles roles;
    private final TokenBudget budget;
    private final StoryHistory history;

    StoryView(StoryRepository stories, SceneRepository scenes, Heroes heroes, Roles roles, TokenBudget budget,
            StoryHistory history) {
        this.stories = stories;
        this.scenes = scenes;
        this.heroes = heroes;
        this.roles = roles;
        this.budget = budget;
        this.history = history;
    }

    public List<Card> shelf(UUID ownerId) {
        var names = heroes.names(ownerId);
        var counts = scenes.counts(ownerId);
        var casts = roles.of(ownerId);
        return stories.openings(ownerId).stream().map(story -> new Card(story.id(), story.title(),
                Wording.atMost(Wording.line(story.text()), 140), counts.getOrDefault(story.id(), 0),
                casts.getOrDefault(story.id(), List.of()).stream().map(names::get).collect(Collectors.joining(", ")))).toList();
    }

    public Editor editor(Story story) {
        return new Editor(story, scenes.of(story.id), heroes.in(story.id), budget.limit(), history.any(story.id));
    }

    /** One story on the shelf; heroes are the names of who plays in it, perhaps none. */
    public record Card(UUID id, String title, String opening, int pages, String heroes) {
    }

    /** A story with all its scenes and who plays in it. */
    public record Editor(Story story, List<Scene> scenes, List<Hero> heroes, int tokenLimit, boolean changed) {
        public boolean full() {
            return scenes.size() >= StoryDraft.MOST_PAGES;
        }

        /** Who is still being learned, null for nobody. */
        public Hero learner() {
            return heroes.stream().filter(hero -> !hero.ready() && hero.learning()).findFirst().orElse(null);
        }

        /** The button was pressed already; painting starts when everybody is learned. */
        public boolean waiting() {
            return learner() != null && story.paintWhenReady != null;
        }

        /** Who has to be sent to be learned before anything can be painted, null for nobody. */
        public Hero missing() {
            return heroes.stream().filter(hero -> !hero.ready() && !hero.learning()).findFirst().orElse(null);
        }

        public int last() {
            return scenes.size();
        }

        public int most() {
            return StoryDraft.MOST_PAGES;
        }

        public int narrationLimit() {
            return SceneEdit.NARRATION_LIMIT;
        }

        public int promptLimit() {
            return SceneEdit.PROMPT_LIMIT;
        }

        public int titleLimit() {
            return StoryDraft.TITLE_LIMIT;
        }
    }
}
