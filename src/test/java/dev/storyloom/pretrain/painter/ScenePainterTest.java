package dev.storyloom.pretrain.painter;

import static org.assertj.core.api.Assertions.assertThat;

import dev.storyloom.pretrain.painter.Facts.Language;
import java.awt.image.BufferedImage;
import java.lang.management.ManagementFactory;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

class ScenePainterTest {
    private final ScenePainter painter = Fixtures.painter();

    @Test
    void theSameSeedGivesTheSamePictureAndCaption() {
        for (int seed = 0; seed < 16; seed++) {
            PaintedScene one = painter.paint(new SplittableRandom(seed));
            PaintedScene two = painter.paint(new SplittableRandom(seed));
            assertThat(pixels(one.image())).isEqualTo(pixels(two.image()));
            assertThat(one.caption()).isEqualTo(two.caption());
            assertThat(one.facts()).isEqualTo(two.facts());
        }
    }

    @Test
    void picturesAreRgbOf128Pixels() {
        BufferedImage image = painter.paint(new SplittableRandom(1)).image();
        assertThat(image.getWidth()).isEqualTo(128);
        assertThat(image.getHeight()).isEqualTo(128);
        assertThat(image.getType()).isEqualTo(BufferedImage.TYPE_INT_RGB);
    }

    @Test
    void heldOutCombinationsAreNeverTrainedOn() {
        SplittableRandom random = new SplittableRandom(3);
        for (int i = 0; i < 300; i++) {
            assertThat(Director.facts(false, random).heldOut()).isFalse();
            assertThat(Director.facts(true, random).heldOut()).isTrue();
        }
    }

    @Test
    void theShareOfHeldOutCombinationsIsATwelfth() {
        int heldOut = 0;
        for (Subject subject : Subject.values()) {
            for (Place place : Place.values()) {
                for (TimeOfDay time : TimeOfDay.values()) {
                    var role = new Facts.Role(subject, null, null, 0);
                    heldOut += new Facts(List.of(role), place, time, Weather.CLEAR, null, Action.STANDING, View.MEDIUM,
                            Style.FLAT, null, Language.ENGLISH).heldOut() ? 1 : 0;
                }
            }
        }
        double share = heldOut / (double) (Subject.values().length * Place.values().length
                * TimeOfDay.values().length);
        assertThat(share).isBetween(0.07, 0.10);
    }

    @Test
    void theSharesOfLanguagesPhotosThingsAndStylesAreAsPlanned() {
        SplittableRandom random = new SplittableRandom(4);
        int vietnamese = 0;
        int photos = 0;
        int things = 0;
        int two = 0;
        for (int i = 0; i < 2000; i++) {
            Facts facts = Director.facts(false, random);
            vietnamese += facts.language() == Language.VIETNAMESE ? 1 : 0;
            photos += facts.style() == Style.PHOTO ? 1 : 0;
            things += facts.thing() == null ? 0 : 1;
            two += facts.cast().size() == 2 ? 1 : 0;
        }
        assertThat(vietnamese).isBetween(420, 580);
        assertThat(photos).isGreaterThanOrEqualTo(460);
        assertThat(things).isBetween(450, 900);
        assertThat(two).isBetween(180, 360);
    }

    @Test
    void whatIsPaintedSuitsItsPlace() {
        SplittableRandom random = new SplittableRandom(7);
        for (int i = 0; i < 2000; i++) {
            Facts facts = Director.facts(false, random);
            if (facts.style() != Style.PHOTO) {
                assertThat(facts.place().times()).contains(facts.time());
                assertThat(facts.cast()).allMatch(role -> facts.action().suits(role.subject(), facts.place()));
            }
        }
    }

    @Test
    void everyPlaceLooksDifferentFromTheOthersAtEveryTime() {
        List<double[]> looks = new ArrayList<>();
        for (TimeOfDay time : TimeOfDay.values()) {
            for (Place place : Place.values()) {
                if (place.times().contains(time)) {
                    looks.add(meanLook(place, time));
                }
            }
        }
        for (int i = 0; i < looks.size(); i++) {
            for (int j = 0; j < i; j++) {
                assertThat(distance(looks.get(i), looks.get(j))).as(i + " and " + j).isGreaterThan(6);
            }
        }
    }

    @Test
    void aSceneTakesMilliseconds() {
        // Processor time of this thread alone, so that what else the machine does is not counted.
        var clock = ManagementFactory.getThreadMXBean();
        SplittableRandom random = new SplittableRandom(5);
        long best = Long.MAX_VALUE;
        for (int round = 0; round < 5; round++) {
            long start = clock.getCurrentThreadCpuTime();
            for (int i = 0; i < 40; i++) {
                painter.paint(random);
            }
            best = Math.min(best, (clock.getCurrentThreadCpuTime() - start) / 40);
        }
        assertThat(best).isLessThan(20_000_000);
    }

    /** Mean colours of a grid of 8 × 8 cells over several drawings. */
    private static double[] meanLook(Place place, TimeOfDay time) {
        double[] sum = new double[8 * 8 * 3];
        SplittableRandom random = new SplittableRandom(6);
        Wardrobe wardrobe = new Wardrobe(Fixtures.art());
        for (int n = 0; n < 8; n++) {
            BufferedImage image = new BufferedImage(128, 128, BufferedImage.TYPE_INT_RGB);
            Brush brush = new Brush(image, Light.of(time), Weather.CLEAR, false, random);
            Backdrop.paint(place, brush, wardrobe, false);
            brush.done();
            for (int y = 0; y < 128; y++) {
                for (int x = 0; x < 128; x++) {
                    int cell = (y / 16 * 8 + x / 16) * 3;
                    int p = image.getRGB(x, y);
                    for (int c = 0; c < 3; c++) {
                        sum[cell + c] += (p >> 16 - 8 * c & 255) / (8.0 * 256);
                    }
                }
            }
        }
        return sum;
    }

    private static double distance(double[] a, double[] b) {
        double sum = 0;
        for (int i = 0; i < a.length; i++) {
            sum += (a[i] - b[i]) * (a[i] - b[i]);
        }
        return Math.sqrt(sum / a.length);
    }

    private static int[] pixels(BufferedImage image) {
        return image.getRGB(0, 0, image.getWidth(), image.getHeight(), null, 0, image.getWidth());
    }
}
