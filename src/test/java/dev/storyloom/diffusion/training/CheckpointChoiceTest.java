package dev.storyloom.diffusion.training;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class CheckpointChoiceTest {

    @Test
    void theLikestIsChosenOfThoseUnderWhichWordsStillMoveThePicture() {
        var early = new Examination(20, 0.30f, 0.4f, 0.98f);
        var liker = new Examination(40, 0.20f, 0.4f, 0.90f);
        var byHeart = new Examination(60, 0.10f, 0.4f, 0.25f);

        assertThat(CheckpointChoice.best(List.of(early, liker, byHeart))).contains(liker);
    }

    @Test
    void whereWordsMoveNothingAnyMoreTheMostObedientIsChosen() {
        var deaf = new Examination(20, 0.2f, 0.4f, 0.25f);
        var deafer = new Examination(40, 0.1f, 0.4f, 0.20f);

        assertThat(CheckpointChoice.best(List.of(deaf, deafer))).contains(deaf);
    }

    @Test
    void ofTwoThatAreAlikeTheEarlierIsKept() {
        var first = new Examination(20, 0.2f, 0.4f, 1f);

        assertThat(CheckpointChoice.best(List.of(first, new Examination(40, 0.2f, 0.4f, 1f)))).contains(first);
    }

    @Test
    void theBestIsMadeAsStrongAsWordsStillMoveThePicture() {
        assertThat(strengthOf(0.40f, Map.of(0.9, figures(0.2f, 0.45f), 1.1, figures(0.2f, 0.35f), 1.2, figures(0.2f, 0.33f))))
                .isEqualTo(1.1f);
    }

    @Test
    void itIsMadeNoStrongerThanItKnowsThePhotosAsWell() {
        assertThat(strengthOf(0.6f, Map.of(0.9, figures(0.2f, 0.7f), 1.1, figures(0.2019f, 0.5f), 1.2, figures(0.203f, 0.5f))))
                .isEqualTo(1.1f);
    }

    @Test
    void oneThatWordsHardlyMoveIsMadeAsWeakAsMayBe() {
        assertThat(strengthOf(0.31f, Map.of(0.9, figures(0.21f, 0.32f)))).isEqualTo(0.9f);
    }

    @Test
    void aTrainingThatGoesOnAfterItsEndIsLookedAtAnew() {
        var choice = new CheckpointChoice();
        choice.see(new Examination(20, 0.2f, 0.4f, 0.5f), List::of);
        choice.strengthen(strength -> figures(0.2f, 0.5f));
        var better = new Examination(40, 0.1f, 0.4f, 0.5f);
        choice.see(better, List::of);

        assertThat(choice.best()).contains(better);
    }

    /** Of a choice whose best has a loss of 0.2 and follows so far, and has these figures at other strengths. */
    private static float strengthOf(float following, Map<Double, Examination> at) {
        var choice = new CheckpointChoice();
        choice.see(new Examination(20, 0.2f, 0.4f, following), List::of);
        choice.strengthen(at::get);
        assertThat(choice.best().orElseThrow().step()).isEqualTo(20);
        return choice.best().orElseThrow().strength();
    }

    private static Examination figures(float loss, float following) {
        return new Examination(120, loss, 0.4f, following);
    }

    @Test
    void nearerIsTheShareOfTheErrorThatIsGone() {
        assertThat(new Examination(20, 0.3f, 0.4f, 1f).nearer()).isCloseTo(0.25, within(1e-6));
    }
}
