package dev.storyloom.story.condenser;

import static dev.storyloom.story.condenser.Stories.PIP;
import static dev.storyloom.story.condenser.Stories.plan;
import static org.assertj.core.api.Assertions.assertThat;

import java.lang.management.ManagementFactory;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CondenserEnduranceTest {

    private static final String SOME = "Pip the fox ran into the forest with a red lantern, and there was no dragon. "
            + "Bé Mai không sợ, cầm chiếc đèn lồng đi qua cánh đồng. \"Stop!\" cried the owl. ";

    @Test
    void aStoryOfTwentyThousandCharactersIsCondensedQuickly() {
        String story = SOME.repeat(130).substring(0, 20_000);
        for (int warmUp = 0; warmUp < 3; warmUp++) {
            plan(story, 12, PIP);
        }

        long start = cpuTime();
        plan(story, 12, PIP);
        long milliseconds = (cpuTime() - start) / 1_000_000;

        System.out.println("20,000 characters in " + milliseconds + " ms of processor time");
        assertThat(milliseconds).isLessThan(300);
    }

    /** The thread's own time, so that a busy machine fails nothing. */
    private static long cpuTime() {
        return ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime();
    }

    @ParameterizedTest
    @ValueSource(strings = {"a", ".", "a. ", "\"", "“", "- ", "– a\n", "'", "\n", "fox ", "không ", "A. B. ", "…", "Ế",
        "😀", "\u202e", "a b ", "no ", "like a ", "\"\n", "𝕏 ", "({[", "0", "x's "})
    void anyTextOfAnyLengthIsCondensedOrRefusedKindly(String piece) {
        String story = piece.repeat(20_000 / piece.length());
        long start = cpuTime();
        try {
            assertThat(plan(story, 6, PIP).scenes()).isNotEmpty()
                    .allSatisfy(scene -> assertThat(scene.narration()).isNotBlank());
        } catch (StoryException refused) {
            assertThat(refused.code()).isEqualTo("empty_story");
        }
        assertThat(cpuTime() - start).isLessThan(5_000_000_000L);
    }

    @Test
    void randomTextsNeverBreakIt() {
        Random random = new Random(7);
        String signs = "aăâ ê.!?…\"“”'’–—-\n ,:;Pip fox Mai rừng không (the) ";
        for (int n = 0; n < 300; n++) {
            StringBuilder story = new StringBuilder("x");
            for (int i = random.nextInt(400); i > 0; i--) {
                story.append(signs.charAt(random.nextInt(signs.length())));
            }
            StoryPlan plan = plan(story.toString(), random.nextInt(13), PIP);
            assertThat(plan.scenes()).allSatisfy(scene -> {
                assertThat(scene.narration()).isNotBlank();
                assertThat(scene.prompt()).isNotBlank();
                assertThat(scene.tokens()).isLessThanOrEqualTo(77);
            });
        }
    }
}
