package dev.storyloom.story;

import java.util.List;

/** The form for a new story as it stands on the page: what was typed, what can be chosen, and what was wrong with it. */
public record StoryForm(String title, String text, int pages, String heroId, String styleKey, String ageKey, List<Hero> heroes,
        String problem) {
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

    public StoryStyle[] styles() {
        return StoryStyle.values();
    }

    public AgeBand[] ages() {
        return AgeBand.values();
    }

    public boolean chosen(Hero hero) {
        return hero.id().toString().equals(heroId);
    }
}
