package dev.storyloom.story.condenser;

import java.util.List;

/** Short cuts that the condenser's tests share. */
final class Stories {

    static final CastMember MAI = new CastMember("Mai", "girl", "sks girl");
    static final CastMember PIP = new CastMember("Pip", "fox", "sks fox");

    private Stories() {
    }

    static StoryPlan plan(String story, int pages, CastMember... cast) {
        return new BuiltInCondenser().condense(
                new CondenserRequest(story, pages, List.of(cast), "", TokenBudget.estimate()));
    }

    static Scene only(String story, CastMember... cast) {
        return plan(story, 1, cast).scenes().get(0);
    }
}
