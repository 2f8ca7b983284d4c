package dev.storyloom.story;

import dev.storyloom.story.condenser.TokenBudget;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.UUID;

/** Puts together what the pages of the stories show. */
@ApplicationScoped
public class StoryView {
    private final StoryRepository stories;
    private final SceneRepository scenes;
    private final Heroes heroes;
    private final TokenBudget budget;
    private final StoryHistory history;

    StoryView(StoryRepository stories, SceneRepository scenes, Heroes heroes, TokenBudget budget,
            StoryHistory history) {
        this.stories = stories;
        this.scenes = scenes;
        this.heroes = heroes;
        this.budget = budget;
        this.history = history;
    }

    public List<Card> shelf(UUID ownerId) {
        var names = heroes.names(ownerId);
        var counts = scenes.counts(ownerId);
        return stories.openings(ownerId).stream().map(story -> new Card(story.id(), story.title(),
                Wording.atMost(Wording.line(story.text()), 140), counts.getOrDefault(story.id(), 0),
                names.get(story.characterId()))).toList();
    }

    public Editor editor(Story story) {
        var hero = story.characterId == null ? null : heroes.find(story.characterId, story.ownerId);
        return new Editor(story, scenes.of(story.id), hero, budget.limit(), history.any(story.id));
    }

    /** One story on the shelf; heroName may be null. */
    public record Card(UUID id, String title, String opening, int pages, String heroName) {
    }

    /** A story with all its scenes; hero may be null. */
    public record Editor(Story story, List<Scene> scenes, Hero hero, int tokenLimit, boolean changed) {
        public boolean full() {
            return scenes.size() >= StoryDraft.MOST_PAGES;
        }

        public boolean waitsForHero() {
            return hero != null && !hero.ready() && hero.learning();
        }

        /** The button was pressed already; painting starts when the hero is learned. */
        public boolean waiting() {
            return waitsForHero() && story.paintWhenReady != null;
        }

        public boolean lacksHero() {
            return hero != null && !hero.ready() && !hero.learning();
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
