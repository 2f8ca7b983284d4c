package dev.storyloom.storage;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.awt.Color;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PhotoIntakeTest {

    private static final String SECRET = "SN-4711-HOME-GPS";

    private final PhotoIntake intake = new PhotoIntake();

    @TempDir
    Path folder;

    @Test
    void aJpegBecomesAFreshJpegOfTheSameSize() throws IOException {
        PreparedPhoto photo = take(Pictures.jpeg(640, 480));
        assertThat(photo.width()).isEqualTo(640);
        assertThat(photo.height()).isEqualTo(480);
        assertCorners(read(photo), Color.RED, Color.GREEN, Color.BLUE, Color.YELLOW);
    }

    @Test
    void aSquareOfAPhotoIsKeptAndNothingAroundIt() throws IOException {
        var whole = folder.resolve("whole.jpg");
        Files.write(whole, Pictures.jpeg(640, 560));
        PreparedPhoto photo = intake.crop(whole, new PhotoSquare(320, 280, 280));
        assertThat(photo.width()).isEqualTo(280);
        assertThat(photo.height()).isEqualTo(280);
        assertCorners(read(photo), Color.BLUE, Color.BLUE, Color.BLUE, Color.BLUE);
    }

    @Test
    void aSquareThatIsTooSmallOrLeavesThePhotoIsRefused() throws IOException {
        var whole = folder.resolve("whole.jpg");
        Files.write(whole, Pictures.jpeg(640, 480));
        for (var square : List.of(new PhotoSquare(0, 0, 255), new PhotoSquare(0, 0, 481), new PhotoSquare(-1, 0, 300),
                new PhotoSquare(0, 181, 300), new PhotoSquare(Integer.MAX_VALUE, 0, 300))) {
            assertThatExceptionOfType(PhotoRefused.class).isThrownBy(() -> intake.crop(whole, square))
                    .satisfies(refused -> assertThat(refused.reason()).isEqualTo(PhotoRefusal.BAD_SQUARE));
        }
        assertThat(PhotoSquare.middle(640, 480)).isEqualTo(new PhotoSquare(80, 0, 480));
    }

    @Test
    void aPngUnderAJpegsNameIsTakenForWhatItIs() throws IOException {
        assertCorners(read(take(Pictures.png(300, 300))), Color.RED, Color.GREEN, Color.BLUE, Color.YELLOW);
    }

    @Test
    void aLargePhotoIsMadeSmaller() throws IOException {
        PreparedPhoto photo = take(Pictures.jpeg(5000, 3000));
        assertThat(photo.width()).isEqualTo(2048);
        assertThat(photo.height()).isBetween(1228, 1230);
        assertCorners(read(photo), Color.RED, Color.GREEN, Color.BLUE, Color.YELLOW);
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3, 4, 5, 6, 7, 8})
    void everyWayOfHoldingTheCameraComesOutUpright(int orientation) throws IOException {
        BufferedImage held = hold(Pictures.corners(400, 300), orientation);
        PreparedPhoto photo = take(Pictures.withExif(Pictures.file(held, "jpeg"), orientation, SECRET));
        assertThat(photo.width()).isEqualTo(400);
        assertThat(photo.height()).isEqualTo(300);
        assertCorners(read(photo), Color.RED, Color.GREEN, Color.BLUE, Color.YELLOW);
    }

    @Test
    void nothingOfTheMetadataGoesOn() throws IOException {
        byte[] secret = SECRET.getBytes(StandardCharsets.US_ASCII);
        byte[] jpeg = Pictures.withExif(Pictures.jpeg(300, 300), 1, SECRET);
        jpeg = Pictures.withSegment(jpeg, 0xFE, secret);
        jpeg = Pictures.withSegment(jpeg, 0xED, secret);
        byte[] tail = Arrays.copyOf(jpeg, jpeg.length + secret.length);
        System.arraycopy(secret, 0, tail, jpeg.length, secret.length);
        assertThat(new String(take(tail).jpeg(), StandardCharsets.ISO_8859_1)).doesNotContain(SECRET);
        byte[] png = Pictures.withChunk(Pictures.png(300, 300), "tEXt", ("Comment\0" + SECRET).getBytes());
        assertThat(new String(take(png).jpeg(), StandardCharsets.ISO_8859_1)).doesNotContain(SECRET);
    }

    @Test
    void transparencyLiesOnWhite() throws IOException {
        BufferedImage empty = new BufferedImage(300, 300, BufferedImage.TYPE_INT_ARGB);
        assertNear(read(take(Pictures.file(empty, "png"))), 150, 150, Color.WHITE);
    }

    @Test
    void greyAndSixteenBitPicturesAreTaken() throws IOException {
        assertThat(take(Pictures.file(Pictures.corners(300, 300, BufferedImage.TYPE_BYTE_GRAY), "jpeg"))).isNotNull();
        assertThat(take(Pictures.file(new BufferedImage(300, 300, BufferedImage.TYPE_USHORT_GRAY), "png"))).isNotNull();
        assertThat(take(Pictures.file(Pictures.corners(300, 300, BufferedImage.TYPE_BYTE_INDEXED), "png"))).isNotNull();
    }

    @Test
    void theSamePictureHasTheSameDigest() throws IOException {
        byte[] jpeg = Pictures.jpeg(300, 300);
        assertThat(take(jpeg).digest()).isEqualTo(take(Pictures.withExif(jpeg, 1, SECRET)).digest());
    }

    @Test
    void anEmptyFileIsRefused() {
        assertRefused(new byte[0], PhotoRefusal.EMPTY_FILE);
    }

    @Test
    void aFileOverTheLimitIsRefused() {
        assertRefused(Arrays.copyOf(Pictures.jpeg(300, 300), (int) PhotoIntake.MOST_BYTES + 1),
                PhotoRefusal.FILE_TOO_LARGE);
    }

    @Test
    void whatIsNoPictureIsRefused() {
        for (String text : new String[] {"hello", "<svg xmlns='http://www.w3.org/2000/svg'/>", "GIF89a......", "%PDF-1.7",
            "PK\3\4....", "II*\0....", "BM......", "8BPS...."}) {
            assertRefused(text.getBytes(StandardCharsets.ISO_8859_1), PhotoRefusal.NOT_AN_IMAGE);
        }
    }

    @Test
    void heicAndAvifAreRefusedWithAdvice() {
        assertRefused("....ftypheic........".getBytes(StandardCharsets.US_ASCII), PhotoRefusal.HEIC_UNSUPPORTED);
        assertRefused("....ftypavif........".getBytes(StandardCharsets.US_ASCII), PhotoRefusal.HEIC_UNSUPPORTED);
    }

    @Test
    void aMovingPictureIsRefused() {
        assertRefused(Pictures.withChunk(Pictures.png(300, 300), "acTL", new byte[8]), PhotoRefusal.ANIMATED);
    }

    @ParameterizedTest
    @ValueSource(doubles = {0.02, 0.3, 0.5, 0.9, 0.999})
    void aTruncatedFileIsRefusedAndNeverStoredHalfGrey(double part) {
        byte[] jpeg = Pictures.jpeg(800, 600);
        byte[] png = Pictures.png(800, 600);
        assertRefused(Arrays.copyOf(jpeg, (int) (jpeg.length * part)), PhotoRefusal.CORRUPT_IMAGE);
        assertRefused(Arrays.copyOf(png, (int) (png.length * part)), PhotoRefusal.CORRUPT_IMAGE);
    }

    @Test
    void aHeaderThatPromisesTooMuchIsRefusedBeforeAnyPixelIsDecoded() {
        long before = used();
        assertRefused(Pictures.pngBomb(50_000, 50_000), PhotoRefusal.TOO_MANY_PIXELS);
        assertRefused(lyingJpeg(65_500, 65_500), PhotoRefusal.TOO_MANY_PIXELS);
        assertRefused(Pictures.pngBomb(8_000, 7_000), PhotoRefusal.TOO_MANY_PIXELS);
        assertThat(used() - before).isLessThan(64L << 20);
    }

    @Test
    void tooSmallAndTooNarrowPicturesAreRefused() {
        assertRefused(Pictures.png(1, 1), PhotoRefusal.TOO_SMALL);
        assertRefused(Pictures.jpeg(255, 255), PhotoRefusal.TOO_SMALL);
        assertRefused(Pictures.jpeg(2000, 300), PhotoRefusal.BAD_ASPECT);
        assertRefused(Pictures.pngBomb(12_001, 10), PhotoRefusal.BAD_ASPECT);
    }

    @Test
    void aBrokenExifBlockDoesNotHarm() throws IOException {
        byte[] loop = Pictures.withExif(Pictures.jpeg(300, 300), 1, SECRET);
        for (int at = 20; at < 60; at++) {
            byte[] broken = loop.clone();
            broken[at] = (byte) 0xFF;
            assertThat(take(broken)).isNotNull();
        }
    }

    @Test
    void aWebpIsTaken() throws IOException {
        byte[] webp = getClass().getResourceAsStream("/storage/two-colours.webp").readAllBytes();
        assertThat(take(webp).width()).isEqualTo(300);
        assertRefused(Arrays.copyOf(webp, webp.length / 2), PhotoRefusal.CORRUPT_IMAGE);
    }

    @Test
    void twentyHostileEndsLeaveNoPermitTaken() throws IOException {
        for (int i = 0; i < 20; i++) {
            assertRefused(new byte[0], PhotoRefusal.EMPTY_FILE);
            assertRefused(lyingJpeg(65_500, 65_500), PhotoRefusal.TOO_MANY_PIXELS);
        }
        assertThat(take(Pictures.jpeg(300, 300))).isNotNull();
    }

    private PreparedPhoto take(byte[] bytes) throws IOException {
        Path file = Files.write(folder.resolve("photo"), bytes);
        return intake.prepare(file);
    }

    private void assertRefused(byte[] bytes, PhotoRefusal reason) {
        assertThatExceptionOfType(PhotoRefused.class).isThrownBy(() -> take(bytes))
                .satisfies(refused -> assertThat(refused.reason()).isEqualTo(reason));
    }

    private static BufferedImage read(PreparedPhoto photo) throws IOException {
        return ImageIO.read(new ByteArrayInputStream(photo.jpeg()));
    }

    /** Stores the upright picture as a camera held that way would. */
    private static BufferedImage hold(BufferedImage upright, int orientation) {
        Orientation tag = new Orientation(orientation);
        int width = tag.turnsSideways() ? upright.getHeight() : upright.getWidth();
        int height = tag.turnsSideways() ? upright.getWidth() : upright.getHeight();
        BufferedImage stored = new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
        for (int y = 0; y < height; y++) {
            for (int x = 0; x < width; x++) {
                int[] at = switch (orientation) {
                    case 2 -> new int[] {width - 1 - x, y};
                    case 3 -> new int[] {width - 1 - x, height - 1 - y};
                    case 4 -> new int[] {x, height - 1 - y};
                    case 5 -> new int[] {y, x};
                    case 6 -> new int[] {height - 1 - y, x};
                    case 7 -> new int[] {height - 1 - y, width - 1 - x};
                    case 8 -> new int[] {y, width - 1 - x};
                    default -> new int[] {x, y};
                };
                stored.setRGB(x, y, upright.getRGB(at[0], at[1]));
            }
        }
        return stored;
    }

    private static void assertCorners(BufferedImage image, Color... colours) {
        int right = image.getWidth() * 9 / 10;
        int bottom = image.getHeight() * 9 / 10;
        assertNear(image, image.getWidth() / 10, image.getHeight() / 10, colours[0]);
        assertNear(image, right, image.getHeight() / 10, colours[1]);
        assertNear(image, right, bottom, colours[2]);
        assertNear(image, image.getWidth() / 10, bottom, colours[3]);
    }

    private static void assertNear(BufferedImage image, int x, int y, Color expected) {
        Color found = new Color(image.getRGB(x, y));
        assertThat(Math.abs(found.getRed() - expected.getRed())).as("red at %d,%d", x, y).isLessThan(24);
        assertThat(Math.abs(found.getGreen() - expected.getGreen())).as("green at %d,%d", x, y).isLessThan(24);
        assertThat(Math.abs(found.getBlue() - expected.getBlue())).as("blue at %d,%d", x, y).isLessThan(24);
    }

    private static byte[] lyingJpeg(int width, int height) {
        byte[] jpeg = Pictures.jpeg(300, 300);
        String hex = HexFormat.of().formatHex(jpeg);
        int at = hex.indexOf("ffc0") / 2;
        jpeg[at + 5] = (byte) (height >> 8);
        jpeg[at + 6] = (byte) height;
        jpeg[at + 7] = (byte) (width >> 8);
        jpeg[at + 8] = (byte) width;
        return jpeg;
    }

    private static long used() {
        System.gc();
        return Runtime.getRuntime().totalMemory() - Runtime.getRuntime().freeMemory();
    }
}
