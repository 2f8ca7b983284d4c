package dev.storyloom.diffusion.pipeline;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.storyloom.diffusion.ModelException;
import dev.storyloom.diffusion.tensor.Precision;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class OverflowTest {
    private final List<Precision> switched = new ArrayList<>();
    private Precision now = Precision.FLOAT16;

    private void computeIn(Precision precision) {
        switched.add(precision);
        now = precision;
    }

    private float[] picture(float inFewerBits) {
        return new float[] {-1, now == Precision.FLOAT32 ? 0.5f : inFewerBits};
    }

    @Test
    void goodNumbersAreTakenAsTheyAre() {
        assertThat(Overflow.redone(now, this::computeIn, Overflow::shows, () -> picture(0.25f))).contains(0.25f);
        assertThat(switched).isEmpty();
    }

    @Test
    void noNumbersAndBlackPicturesAreComputedOnceMoreInFloat32() {
        for (float bad : new float[] {Float.NaN, Float.POSITIVE_INFINITY, -1}) {
            assertThat(Overflow.redone(now, this::computeIn, Overflow::shows, () -> picture(bad))).contains(0.5f);
        }
        assertThat(switched).hasSize(6).startsWith(Precision.FLOAT32, Precision.FLOAT16);
    }

    @Test
    void whatIsNoNumberInFloat32EitherIsRefused() {
        assertThatThrownBy(() -> Overflow.redone(
                        now, this::computeIn, Overflow::isFinite, () -> new float[] {Float.NaN}))
                .isInstanceOf(ModelException.class)
                .hasMessageContaining("numbers that are none");
        assertThat(now).isEqualTo(Precision.FLOAT16);
    }

    @Test
    void aPictureThatIsBlackInFloat32TooIsBlack() {
        assertThat(Overflow.redone(now, this::computeIn, Overflow::shows, () -> new float[] {-1, -2}))
                .containsExactly(-1, -2);
    }
}
