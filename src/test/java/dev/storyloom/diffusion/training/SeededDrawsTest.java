package dev.storyloom.diffusion.training;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

class SeededDrawsTest {

    @Test
    void normalNumbersHaveMeanZeroAndVarianceOne() {
        float[] values = new SeededDraws(1, "noise", 0).normal(100_001);
        double sum = 0;
        double squares = 0;
        for (float value : values) {
            sum += value;
            squares += value * value;
        }
        assertThat(sum / values.length).isCloseTo(0, within(0.01));
        assertThat(squares / values.length).isCloseTo(1, within(0.02));
    }

    @Test
    void stepsPurposesAndSeedsDrawDifferently() {
        float[] one = new SeededDraws(1, "noise", 5).normal(4);
        assertThat(new SeededDraws(1, "noise", 5).normal(4)).isEqualTo(one);
        assertThat(new SeededDraws(1, "noise", 6).normal(4)).isNotEqualTo(one);
        assertThat(new SeededDraws(1, "order", 5).normal(4)).isNotEqualTo(one);
        assertThat(new SeededDraws(2, "noise", 5).normal(4)).isNotEqualTo(one);
    }

    @Test
    void anOrderHoldsEachNumberOnce() {
        assertThat(new SeededDraws(3, "order", 0).order(7)).containsExactlyInAnyOrder(0, 1, 2, 3, 4, 5, 6);
        assertThat(new SeededDraws(3, "order", 0).order(50)).isNotEqualTo(new SeededDraws(3, "order", 1).order(50));
    }
}
