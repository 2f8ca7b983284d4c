package dev.storyloom.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Test;

class ThrottleTest {
    private final Throttle throttle = new Throttle(3, Duration.ofMinutes(15));

    @Test
    void theFourthTryHasToWait() {
        takeThree("mai");
        assertThat(throttle.take("mai")).isPositive().isLessThanOrEqualTo(Duration.ofMinutes(15));
    }

    @Test
    void othersNeedNotWait() {
        takeThree("mai");
        assertThat(throttle.take("lan")).isZero();
    }

    @Test
    void aGoodTryIsFree() {
        takeThree("mai");
        throttle.giveBack("mai");
        assertThat(throttle.take("mai")).isZero();
    }

    @Test
    void manyKeysDoNotFillTheMemory() {
        takeThree("first");
        for (int i = 0; i < 10_000; i++) {
            throttle.take("key" + i);
        }
        assertThat(throttle.take("first")).isZero();
    }

    private void takeThree(String key) {
        for (int i = 0; i < 3; i++) {
            assertThat(throttle.take(key)).isZero();
        }
    }
}
