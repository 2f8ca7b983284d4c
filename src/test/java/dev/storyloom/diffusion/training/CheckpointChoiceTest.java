package dev.storyloom.diffusion.training;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
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
    void nearerIsTheShareOfTheErrorThatIsGone() {
        assertThat(new Examination(20, 0.3f, 0.4f, 1f).nearer()).isCloseTo(0.25, within(1e-6));
    }
}
