package dev.storyloom.job;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class ProgressTickerTest {
    private long seconds;
    private JobFeed.Progress newest;

    @Test
    void theTimeLeftIsGuessedFromThePaceOfTheSlice() {
        var ticker = ticker(null);
        tick(ticker, 0, 0);
        assertThat(newest.secondsLeft()).isNull();
        tick(ticker, 2, 4);
        assertThat(newest.secondsLeft()).isEqualTo(196);
    }

    /** A sample and an examination came between steps 60 and 61: 59 steps more do not take six minutes. */
    @Test
    void aLongFirstStepOfASliceDoesNotMakeTheRestLong() {
        var ticker = ticker(40L);
        tick(ticker, 60, 0);
        assertThat(newest.secondsLeft()).isEqualTo(40);
        tick(ticker, 61, 6);
        assertThat(newest.secondsLeft()).isEqualTo(34);
        tick(ticker, 75, 18);
        assertThat(newest.secondsLeft()).isEqualTo(30);
    }

    @Test
    void aGuessThatIsUsedUpSaysASecondAndNothingIsLeftAtTheEnd() {
        var ticker = ticker(2L);
        tick(ticker, 97, 0);
        tick(ticker, 98, 9);
        assertThat(newest.secondsLeft()).isEqualTo(1);
        tick(ticker, 100, 10);
        assertThat(newest.secondsLeft()).isZero();
    }

    private void tick(ProgressTicker ticker, int step, long second) {
        seconds = second;
        ticker.tick(step, 100, null);
    }

    private ProgressTicker ticker(Long before) {
        return new ProgressTicker(null, new ProgressTicker.Sink() {
            @Override
            public void remember(JobFeed.Progress progress) {
                newest = progress;
            }

            @Override
            public void show() {
                // nobody watches
            }

            @Override
            public void store(JobFeed.Progress progress) {
                // nothing is kept
            }
        }, before, () -> seconds * 1_000_000_000L);
    }
}
