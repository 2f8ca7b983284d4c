package dev.storyloom.pretrain.painter;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.SplittableRandom;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class LookTest {

    @ParameterizedTest
    @EnumSource(Look.class)
    void aSceneInALookIsCaptionedWithItsWordsAndIsTheSameEachTime(Look look) {
        PaintedScene one = Fixtures.painter().paint(look, new SplittableRandom(3));
        PaintedScene same = Fixtures.painter().paint(look, new SplittableRandom(3));

        assertThat(one.caption().whole()).isEqualTo(one.caption().content() + ", " + look.words());
        assertThat(pixels(one)).isEqualTo(pixels(same));
    }

    @ParameterizedTest
    @EnumSource(Look.class)
    void patchesHaveFewerColoursThanThePainting(Look look) {
        var random = new SplittableRandom(4);
        PaintedScene scene = Fixtures.painter().paint(look, random);
        // Coarsely, for the grain of the paper is in every pixel.
        long colours = Arrays.stream(pixels(scene)).map(rgb -> rgb & 0xC0C0C0).distinct().count();

        assertThat(colours).isLessThan(40);
    }

    private static int[] pixels(PaintedScene scene) {
        return scene.image().getRGB(0, 0, 128, 128, null, 0, 128);
    }
}
