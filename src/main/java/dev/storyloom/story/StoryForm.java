package dev.storyloom.story;

import java.util.List;
import java.util.Map;
import java.util.UUID;

/** The form for a new story as it stands on the page: what was typed, what can be chosen, and what was wrong with it. */
public record StoryForm(String title, String text, int pages, List<String> heroIds, String styleKey, String ageKey,
        List<Hero> heroes, Map<UUID, String> pictures, String problem) {
    public int limit() {
        return StoryDraft.TEXT_LIMIT;
    }

    public int used() {
        return Wording.length(text.replace("\r\n", "\n"));
    }

    public int titleLimit() {
        return StoryDraft.TITLE_LIMIT;
    }

    public int fewest() {
        return StoryDraft.FEWEST_PAGES;
    }

    public int most() {
        return StoryDraft.MOST_PAGES;
    }

    public int mostHeroes() {
        return StoryDraft.MOST_CHARACTERS;
    }

    /** Null for one without a photo. */
    public String picture(Hero hero) {
        return pictures.get(hero.id());
    }

    public StoryStyle[] styles() {
        return StoryStyle.values();
    }

    public AgeBand[] ages() {
        return AgeBand.values();
    }

    public boolean chosen(Hero hero) {
        return heroIds.contains(hero.id().toString());
    }
}
