package dev.storyloom.story.condenser;

import static dev.storyloom.story.condenser.Stories.PIP;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class PromptBudgetTest {

    private static final String RICH = """
            Happy Pip and a white rabbit, an old owl and a small mouse sat by the river at night in the rain. \
            Pip was reading a red book. He wore a blue coat. There were a kite, a drum and a golden key.""";

    /** A word a token, as if every word were known, with a start and an end. */
    private record Words(int limit) implements TokenBudget {
        @Override
        public int count(String text) {
            return text.isBlank() ? 2 : 2 + text.strip().split("[ ,]+").length;
        }
    }

    private static Scene scene(int limit) {
        return new BuiltInCondenser().condense(new CondenserRequest(RICH, 1, List.of(PIP), "", new Words(limit)))
                .scenes().get(0);
    }

    @Test
    void thePromptNeverExceedsTheBudget() {
        for (int limit = 3; limit < 60; limit++) {
            Scene scene = scene(limit);
            assertThat(scene.tokens()).as("limit %d", limit).isLessThanOrEqualTo(limit)
                    .isEqualTo(new Words(limit).count(scene.prompt()));
            assertThat(new Words(limit).count(scene.style())).isLessThanOrEqualTo(limit);
        }
    }

    @Test
    void nothingIsDroppedWhereThereIsRoom() {
        assertThat(scene(77).dropped()).isEmpty();
    }

    @Test
    void moodGoesFirstThenWeatherThenThings() {
        List<String> dropped = scene(20).dropped();

        assertThat(dropped.get(0)).endsWith("mood");
        assertThat(dropped.get(1)).isEqualTo("rain");
    }

    @Test
    void whoDoesWhatAndWhereStayLongest() {
        assertThat(scene(15).prompt()).contains("sks fox", "reading a red book", "by the river");
    }

    @Test
    void whatWasDroppedIsNotInThePrompt() {
        Scene scene = scene(18);

        assertThat(scene.dropped()).isNotEmpty().noneMatch(scene.prompt()::contains);
    }

    @Test
    void theStyleIsForTheSecondEncoder() {
        Scene scene = new BuiltInCondenser().condense(new CondenserRequest("A fox ran.", 1, List.of(), "watercolour",
                new Words(77))).scenes().get(0);

        assertThat(scene.style()).isEqualTo("watercolour");
        assertThat(scene.prompt()).doesNotContain("watercolour");
    }

    @Test
    void aVeryLongClassNounIsCutToTheBudget() {
        CastMember wordy = new CastMember("Pip", "very ".repeat(200) + "fox", null);

        Scene scene = new BuiltInCondenser().condense(new CondenserRequest("Pip ran.", 1, List.of(wordy), "",
                new Words(77))).scenes().get(0);
        assertThat(scene.tokens()).isLessThanOrEqualTo(77);
    }

    @Test
    void theEstimateCountsNoLessThanATokenAWord() {
        assertThat(TokenBudget.estimate().count("a fox in a forest at night")).isGreaterThanOrEqualTo(9);
        assertThat(TokenBudget.estimate().limit()).isEqualTo(77);
    }
}
