package dev.storyloom.character;

import static org.assertj.core.api.Assertions.assertThat;

import dev.storyloom.storage.PhotoIntake;
import dev.storyloom.storage.Pictures;
import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.image.BufferedImage;
import java.awt.image.ConvolveOp;
import java.awt.image.Kernel;
import java.awt.image.RescaleOp;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CoachTest {
    private static final List<String> SAMPLE = List.of("mit-1-carpet", "mit-2-sofa", "mit-3-grass", "mit-4-window",
            "mit-5-table", "mit-6-shelf");

    @TempDir
    Path folder;

    private final PhotoIntake intake = new PhotoIntake();

    @Test
    void nothingIsSaidAgainstGoodPhotos() throws IOException {
        var album = new ArrayList<Photo>();
        for (var name : SAMPLE) {
            album.add(photo(sample(name)));
        }
        var coach = Coach.of(album);
        assertThat(coach.hints().values()).as("%s", album.stream().map(p -> p.blur + "/" + p.brightness).toList()).isEmpty();
        assertThat(coach.readiness()).isEqualTo(75);
        assertThat(coach.mostly()).isEmpty();
    }

    @Test
    void aBlurredADarkAndABrightPhotoGetTheirHint() throws IOException {
        for (var name : SAMPLE) {
            assertThat(hints(photo(blurred(sample(name), 15)))).as(name).containsExactly(PhotoHint.BLURRED);
            assertThat(hints(photo(shaded(sample(name), 0.12f, 0)))).as(name).containsExactly(PhotoHint.DARK);
            assertThat(hints(photo(shaded(sample(name), 0.08f, 236)))).as(name).containsExactly(PhotoHint.BRIGHT);
        }
    }

    @Test
    void aPhotoOfTwoPeopleGetsAHintAndOneOfOneDoesNot() throws IOException {
        var two = people(180, 460);
        assertThat(hints(photo(two))).containsExactly(PhotoHint.FACES);
        assertThat(hints(photo(people(180)))).isEmpty();
        assertThat(hints(photo(two.getSubimage(0, 0, 320, 420)))).as("cropped").doesNotContain(PhotoHint.FACES);
    }

    @Test
    void aPhotoOfTheSameMomentIsATwinAndOneOfAnotherSideIsNot() throws IOException {
        var one = sample(SAMPLE.get(0));
        var shifted = one.getSubimage(6, 4, one.getWidth() - 10, one.getHeight() - 8);
        assertThat(hints(photo(one), photo(shaded(shifted, 1.06f, 3)))).containsExactly(PhotoHint.TWIN);
        assertThat(hints(photo(one), photo(sample(SAMPLE.get(1))))).isEmpty();
    }

    @Test
    void theAdviceIsAboutWhatIsWrongWithMostPhotos() throws IOException {
        var coach = Coach.of(List.of(photo(sample(SAMPLE.get(0))), photo(blurred(sample(SAMPLE.get(1)), 15)),
                photo(blurred(sample(SAMPLE.get(2)), 15)), photo(shaded(sample(SAMPLE.get(3)), 0.12f, 0))));
        assertThat(coach.mostly()).hasValue(PhotoHint.BLURRED);
        assertThat(coach.useful()).isEqualTo(1);
    }

    @Test
    void photosFromBeforeTheCoachCountAsGood() {
        var old = new Photo();
        old.id = UUID.randomUUID();
        assertThat(Coach.of(List.of(old)).useful()).isEqualTo(1);
    }

    private static List<PhotoHint> hints(Photo... album) {
        return List.copyOf(Coach.of(Arrays.asList(album)).hints().values());
    }

    /** People as a camera would see them from far enough: light from the front, eyes in shadow, a little soft. */
    private static BufferedImage people(int... places) {
        var picture = new BufferedImage(640, 420, BufferedImage.TYPE_INT_RGB);
        var brush = picture.createGraphics();
        brush.setColor(new Color(0x9DB4A8));
        brush.fillRect(0, 0, 640, 420);
        for (var place : places) {
            head(brush, place, 200);
        }
        brush.dispose();
        var soft = new float[9];
        Arrays.fill(soft, 1 / 9f);
        return new ConvolveOp(new Kernel(3, 3, soft), ConvolveOp.EDGE_NO_OP, null).filter(picture, null);
    }

    private static void head(Graphics2D brush, int x, int y) {
        oval(brush, 0x4A3426, x, y - 35, 200, 220);
        oval(brush, 0xE0B494, x, y, 166, 220);
        for (var eye : new int[] {x - 37, x + 37}) {
            oval(brush, 0xA87858, eye, y - 30, 52, 34);
            oval(brush, 0x3A2A20, eye, y - 50, 48, 10);
            oval(brush, 0xF4F0EA, eye, y - 27, 34, 16);
            oval(brush, 0x2A1C14, eye, y - 27, 16, 16);
        }
        oval(brush, 0xF8D8BC, x, y - 8, 16, 60);
        oval(brush, 0x9A6A50, x, y + 25, 36, 12);
        oval(brush, 0x9A4A44, x, y + 60, 62, 18);
    }

    private static void oval(Graphics2D brush, int colour, int x, int y, int width, int height) {
        brush.setColor(new Color(colour));
        brush.fillOval(x - width / 2, y - height / 2, width, height);
    }

    private Photo photo(BufferedImage image) throws IOException {
        var prepared = intake.prepare(Files.write(folder.resolve("photo.jpg"), Pictures.file(image, "jpeg")));
        var photo = new Photo();
        photo.id = UUID.randomUUID();
        photo.width = prepared.width();
        photo.height = prepared.height();
        photo.blur = prepared.look().blur();
        photo.brightness = prepared.look().brightness();
        photo.print = prepared.look().print();
        photo.faces = prepared.look().faces();
        return photo;
    }

    private static BufferedImage sample(String name) throws IOException {
        return ImageIO.read(CoachTest.class.getResource("/sample/photos/" + name + ".jpg"));
    }

    private static BufferedImage blurred(BufferedImage image, int side) {
        var weights = new float[side * side];
        Arrays.fill(weights, 1f / weights.length);
        var wide = new BufferedImage(image.getWidth(), image.getHeight(), BufferedImage.TYPE_INT_RGB);
        Graphics2D pen = wide.createGraphics();
        pen.setColor(Color.GRAY);
        pen.drawImage(new ConvolveOp(new Kernel(side, side, weights), ConvolveOp.EDGE_NO_OP, null).filter(image, null),
                0, 0, null);
        pen.dispose();
        return wide.getSubimage(side, side, image.getWidth() - 2 * side, image.getHeight() - 2 * side);
    }

    private static BufferedImage shaded(BufferedImage image, float by, float plus) {
        var rgb = new BufferedImage(image.getWidth(), image.getHeight(), BufferedImage.TYPE_INT_RGB);
        rgb.createGraphics().drawImage(image, 0, 0, null);
        return new RescaleOp(by, plus, null).filter(rgb, null);
    }
}
