package dev.storyloom.story.condenser;

import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** How many facts of how many scenes a condenser gets right, with the misses in words. */
final class BenchmarkScore {

    enum Fact {
        CAST, PLACE, TIME, ACTION, CARRIED, ABSENT, BUDGET
    }

    private final Map<Fact, int[]> counts = new EnumMap<>(Fact.class);
    private final StringBuilder misses = new StringBuilder();

    static BenchmarkScore of(List<BenchmarkStory> stories, TokenBudget tokens) {
        BenchmarkScore score = new BenchmarkScore();
        stories.forEach(story -> score.add(story, story.plan(tokens), tokens));
        return score;
    }

    private void add(BenchmarkStory story, StoryPlan plan, TokenBudget tokens) {
        int number = 0;
        for (BenchmarkStory.Expected expected : story.scenes()) {
            Scene scene = story.planned(plan, expected);
            SceneExpectation facts = expected.facts();
            String where = story.name() + " " + ++number;
            count(Fact.CAST, facts.castIsRight(scene), where, facts.cast(), scene);
            count(Fact.PLACE, facts.placeIsRight(scene), where, facts.place(), scene);
            count(Fact.TIME, facts.timeIsRight(scene), where, facts.time(), scene);
            count(Fact.ACTION, facts.actionIsRight(scene), where, facts.action(), scene);
            if (facts.carries()) {
                count(Fact.CARRIED, facts.carriedIsShown(scene), where, facts.carried(), scene);
            }
            if (facts.denies()) {
                count(Fact.ABSENT, facts.nothingAbsentIsDrawn(scene), where, facts.absent(), scene);
            }
            count(Fact.BUDGET, tokens.count(scene.prompt()) <= tokens.limit(), where, "" + tokens.limit(), scene);
        }
    }

    private void count(Fact fact, boolean right, String where, String wanted, Scene scene) {
        int[] of = counts.computeIfAbsent(fact, key -> new int[2]);
        of[0] += right ? 1 : 0;
        of[1]++;
        if (!right) {
            misses.append(where).append(' ').append(fact).append(" wanted ").append(wanted).append("\n    ")
                    .append(scene.cast()).append(" / ").append(scene.place()).append(" / ").append(scene.time())
                    .append(" / ").append(scene.prompt()).append("\n    ")
                    .append(scene.narration().replace('\n', ' ')).append('\n');
        }
    }

    double percent(Fact fact) {
        int[] of = counts.getOrDefault(fact, new int[] {1, 1});
        return 100.0 * of[0] / of[1];
    }

    String misses() {
        return misses.toString();
    }

    @Override
    public String toString() {
        StringBuilder text = new StringBuilder();
        counts.forEach((fact, of) -> text.append(String.format(Locale.ROOT, "  %s %d/%d = %.1f %%",
                fact.name().toLowerCase(Locale.ROOT), of[0], of[1], percent(fact))));
        return text.toString().strip();
    }
}
