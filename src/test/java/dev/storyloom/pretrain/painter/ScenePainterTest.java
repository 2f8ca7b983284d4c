package dev.storyloom.pretrain.painter;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.image.BufferedImage;
import java.lang.management.ManagementFactory;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

class ScenePainterTest {
    private final ScenePainter painter = Fixtures.painter();

    @Test
    void theSameSeedGivesTheSamePictureAndCaption() {
        for (int seed = 0; seed < 8; seed++) {
            PaintedScene one = painter.paint(new SplittableRandom(seed));
            PaintedScene two = painter.paint(new SplittableRandom(seed));
            assertThat(pixels(one.image())).isEqualTo(pixels(two.image()));
            assertThat(one.caption()).isEqualTo(two.caption());
            assertThat(one.labels()).isEqualTo(two.labels());
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
    void everyCaptionFitsIntoClipsTokens() {
        SplittableRandom random = new SplittableRandom(2);
        for (int i = 0; i < 200; i++) {
            String caption = painter.paint(random).caption();
            // A byte-pair token never covers less than one byte, so this bound holds whatever the merges are.
            assertThat(caption.getBytes(StandardCharsets.UTF_8).length).as(caption).isLessThanOrEqualTo(120);
            assertThat(roughTokens(caption)).as(caption).isLessThanOrEqualTo(77);
        }
    }

    @Test
    void captionsNameSubjectPlaceAndTime() {
        SplittableRandom random = new SplittableRandom(3);
        for (int i = 0; i < 200; i++) {
            PaintedScene scene = painter.paint(random);
            List<Word> shown = new ArrayList<>(scene.labels().subjects());
            if (!scene.labels().photo()) {
                shown.add(scene.labels().place());
                shown.add(scene.labels().time());
            }
            if (scene.labels().prop() != null) {
                shown.add(scene.labels().prop());
            }
            assertThat(shown).allSatisfy(word -> assertThat(scene.labels().vietnamese() ? word.vietnamese()
                    : word.english()).as(scene.caption()).anyMatch(scene.caption()::contains));
        }
    }

    @Test
    void theSharesOfVietnamesePhotosAndThingsAreAsPlanned() {
        SplittableRandom random = new SplittableRandom(4);
        int vietnamese = 0;
        int photos = 0;
        int props = 0;
        for (int i = 0; i < 400; i++) {
            PaintedScene.Labels labels = painter.paint(random).labels();
            vietnamese += labels.vietnamese() ? 1 : 0;
            photos += labels.photo() ? 1 : 0;
            props += labels.prop() == null ? 0 : 1;
        }
        assertThat(vietnamese).isBetween(35, 85);
        assertThat(photos).isBetween(14, 54);
        assertThat(props).isBetween(110, 190);
    }

    @Test
    void everyPlaceLooksDifferentFromTheOthersAtEveryTime() {
        List<double[]> looks = new ArrayList<>();
        for (TimeOfDay time : TimeOfDay.values()) {
            for (Place place : Place.values()) {
                looks.add(meanLook(place, time));
            }
        }
        for (int i = 0; i < looks.size(); i++) {
            for (int j = 0; j < i; j++) {
                assertThat(distance(looks.get(i), looks.get(j))).as(i + " and " + j).isGreaterThan(8);
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

    private static int roughTokens(String caption) {
        int tokens = 2;
        for (String word : caption.split("[ ,]+")) {
            tokens += Math.max(1, (word.getBytes(StandardCharsets.UTF_8).length + 1) / 2);
        }
        return tokens;
    }

    /** Mean colours of a grid of 8 × 8 cells over several drawings. */
    private static double[] meanLook(Place place, TimeOfDay time) {
        double[] sum = new double[8 * 8 * 3];
        SplittableRandom random = new SplittableRandom(6);
        for (int n = 0; n < 8; n++) {
            BufferedImage image = Backdrop.paint(place, Light.of(time), random);
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
