package dev.storyloom.story.condenser;

import static dev.storyloom.story.condenser.BenchmarkScore.Fact.ACTION;
import static dev.storyloom.story.condenser.BenchmarkScore.Fact.BUDGET;
import static dev.storyloom.story.condenser.BenchmarkScore.Fact.CAST;
import static dev.storyloom.story.condenser.BenchmarkScore.Fact.PLACE;
import static dev.storyloom.story.condenser.BenchmarkScore.Fact.TIME;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * Scores the built-in condenser. What is wanted of the held-back half is cast 95 %, place 85 %, time 90 %, action 75 %,
 * Vietnamese within 5 points; what is reached is asserted, so that no change makes it worse unseen (deployment/decisions
 * has the figures). Prints the scores; -Dcondenser.misses=true also prints what it gets wrong in the
 * development half, never in the held-back half: that one is for measuring, and stops being so once it is looked at.
 */
class CondenserBenchmarkTest {

    private static final TokenBudget TOKENS = TokenBudget.estimate();

    @ParameterizedTest
    @CsvSource({"en, 93, 98, 98, 90", "vi, 95, 94, 98, 88"})
    void storiesThatTheRulesWereBuiltOnAreReadRight(String language, double cast, double place, double time, double action) {
        atLeast(score("examples", language, true), cast, place, time, action);
    }

    @ParameterizedTest
    @CsvSource({"en, 59, 53, 73, 81", "vi, 63, 55, 82, 73"})
    void storiesByAnotherHandAreReadAsWellAsEver(String language, double cast, double place, double time, double action) {
        atLeast(score("unseen", language, false), cast, place, time, action);
    }

    @ParameterizedTest
    @CsvSource({"en, 88, 84, 86, 82", "vi, 81, 73, 98, 85"})
    void storiesThatNoRuleWasBuiltOnAreReadAsWellAsEver(String language, double cast, double place, double time,
                                                        double action) {
        score("benchmark", language, true);
        atLeast(score("benchmark", language, false), cast, place, time, action);
    }

    @ParameterizedTest
    @CsvSource({"en, 81, 82, 93, 74", "vi, 86, 88, 96, 89"})
    void storiesForPractiseAreReadRight(String language, double cast, double place, double time, double action) {
        atLeast(score("practice", language, true), cast, place, time, action);
    }

    @Test
    void everyStoryGivesTheSamePlanEachTime() {
        assertThat(BenchmarkStory.in("benchmark")).allSatisfy(story -> assertThat(story.plan(TOKENS))
                .isEqualTo(story.plan(TOKENS)).isEqualTo(story.plan(TOKENS)));
    }

    private static void atLeast(BenchmarkScore score, double cast, double place, double time, double action) {
        assertThat(score.percent(CAST)).isGreaterThanOrEqualTo(cast);
        assertThat(score.percent(PLACE)).isGreaterThanOrEqualTo(place);
        assertThat(score.percent(TIME)).isGreaterThanOrEqualTo(time);
        assertThat(score.percent(ACTION)).isGreaterThanOrEqualTo(action);
        assertThat(score.percent(BUDGET)).isEqualTo(100);
    }

    private static BenchmarkScore score(String folder, String language, boolean development) {
        List<BenchmarkStory> stories = BenchmarkStory.in(folder).stream()
                .filter(story -> story.language().equals(language))
                .filter(story -> !folder.equals("benchmark") || story.forDevelopment() == development).toList();
        BenchmarkScore score = BenchmarkScore.of(stories, TOKENS);
        System.out.printf("%s %s, %s, %d stories: %s%n", language, folder, development ? "development" : "held back",
                stories.size(), score);
        if (development && Boolean.getBoolean("condenser.misses")) {
            System.out.println(score.misses());
        }
        return score;
    }
}
