package dev.storyloom.storage;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import java.awt.Color;
import java.awt.image.Raster;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Random;
import java.util.stream.Stream;
import java.util.zip.Deflater;
import java.util.zip.DeflaterOutputStream;
import javax.imageio.IIOImage;
import javax.imageio.ImageIO;
import javax.imageio.stream.MemoryCacheImageOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Pictures that were made to do harm, or by programs that nobody expects: taken or refused, quickly and in little memory. */
class HostilePicturesTest {
    private static final byte[] PACKED = packed(100 << 20);
    private static final String SECRET = "X5O!P%@AP-EICAR-STANDARD <script>alert(1)</script>";

    private final PhotoIntake intake = new PhotoIntake();

    @TempDir
    Path folder;

    private static Map<String, byte[]> bombs() {
        var png = Pictures.png(300, 300);
        var jpeg = Pictures.jpeg(300, 300);
        var bombs = new LinkedHashMap<String, byte[]>();
        bombs.put("more rows than the header says", Pictures.pngBomb(300, 300, 2_000_000));
        bombs.put("a text of 100 MB", Pictures.withChunk(png, "zTXt", join("Comment\0\0", PACKED)));
        bombs.put("an international one", Pictures.withChunk(png, "iTXt", join("Comment\0\1\0\0\0", PACKED)));
        bombs.put("a colour profile of 100 MB", Pictures.withChunk(png, "iCCP", join("p\0\0", PACKED)));
        bombs.put("a broken colour profile", Pictures.withChunk(png, "iCCP", join("p\0\0", new byte[] {1, 2, 3})));
        bombs.put("a broken one in a JPEG", Pictures.withSegment(jpeg, 0xE2, join("ICC_PROFILE\0\1\1", new byte[300])));
        bombs.put("one of 255 parts", manyProfiles(jpeg));
        return bombs;
    }

    static Stream<Arguments> namedBombs() {
        return bombs().entrySet().stream().map(bomb -> Arguments.of(bomb.getKey(), bomb.getValue()));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("namedBombs")
    void aBombIsTakenOrRefusedInLittleTimeAndMemory(String name, byte[] bomb) throws IOException {
        var file = Files.write(folder.resolve("photo"), bomb);
        var before = used();
        var start = System.nanoTime();
        var refused = catchThrowable(() -> intake.prepare(file));
        assertThat(Duration.ofNanos(System.nanoTime() - start)).isLessThan(Duration.ofSeconds(8));
        assertThat(refused == null || refused instanceof PhotoRefused).as("%s", refused).isTrue();
        assertThat(used() - before).isLessThan(64L << 20);
    }

    @ParameterizedTest
    @ValueSource(ints = {-1, 0, 2})
    void aPictureInPrintersInksIsTakenInItsColours(int transform) throws IOException {
        var photo = take(inks(transform));
        var middle = new Color(ImageIO.read(new ByteArrayInputStream(photo.jpeg())).getRGB(150, 150));
        assertThat(photo.width()).isEqualTo(300);
        if (transform == 0) {
            assertThat(middle.getRed()).isGreaterThan(150);
            assertThat(middle.getBlue()).isLessThan(110);
        }
    }

    @Test
    void nothingThatIsHiddenBehindAPictureOrInItGoesOn() throws IOException {
        var secret = SECRET.getBytes(StandardCharsets.US_ASCII);
        for (var hiding : new byte[][] {Pictures.withSegment(Pictures.jpeg(300, 300), 0xFE, secret),
            join(Pictures.jpeg(300, 300), join("PK\3\4", secret)), join(Pictures.png(300, 300), join("<?php ", secret)),
            Pictures.withChunk(Pictures.png(300, 300), "iTXt", join("Comment\0\0\0\0\0", secret))}) {
            assertThat(new String(take(hiding).jpeg(), StandardCharsets.ISO_8859_1)).doesNotContain("EICAR", "script", "PK\3\4");
        }
    }

    @Test
    void anExifBlockThatPointsAtItselfIsNoTrouble() throws IOException {
        var exif = new byte[60];
        System.arraycopy("Exif\0\0II*\0\10\0\0\0\377\377".getBytes(StandardCharsets.ISO_8859_1), 0, exif, 0, 16);
        for (var at = 16; at + 12 <= exif.length; at += 12) {
            // Each entry says that a further directory stands where this one begins.
            System.arraycopy(new byte[] {0x69, (byte) 0x87, 4, 0, 1, 0, 0, 0, 8, 0, 0, 0}, 0, exif, at, 12);
        }
        assertThat(take(Pictures.withSegment(Pictures.jpeg(300, 300), 0xE1, exif)).width()).isEqualTo(300);
    }

    @Test
    void noFlippedByteBringsAnythingButAPhotoOrARefusal() throws IOException {
        var random = new Random(11);
        for (var good : new byte[][] {Pictures.jpeg(300, 300), Pictures.png(300, 300)}) {
            for (var round = 0; round < 60; round++) {
                var broken = good.clone();
                for (var flips = 1 + random.nextInt(4); flips > 0; flips--) {
                    broken[random.nextInt(broken.length)] = (byte) random.nextInt(256);
                }
                var file = Files.write(folder.resolve("photo"), broken);
                var thrown = catchThrowable(() -> intake.prepare(file));
                assertThat(thrown == null || thrown instanceof PhotoRefused).as("%s", thrown).isTrue();
            }
        }
    }

    private PreparedPhoto take(byte[] bytes) throws IOException {
        return intake.prepare(Files.write(folder.resolve("photo"), bytes));
    }

    /** Red in cyan, magenta, yellow and black; with what Adobe's programs write of the transform, which turn the inks over. */
    private static byte[] inks(int transform) throws IOException {
        var raster = Raster.createInterleavedRaster(0, 300, 300, 4, null);
        var red = transform < 0 ? new int[] {0, 255, 255, 0} : new int[] {255, 0, 0, 255};
        for (var y = 0; y < 300; y++) {
            for (var x = 0; x < 300; x++) {
                raster.setPixel(x, y, red);
            }
        }
        var bytes = new ByteArrayOutputStream();
        var writers = ImageIO.getImageWritersByFormatName("jpeg");
        var writer = writers.next();
        while (!writer.getClass().getName().startsWith("com.sun.")) {
            writer = writers.next();
        }
        try (var out = new MemoryCacheImageOutputStream(bytes)) {
            writer.setOutput(out);
            writer.write(null, new IIOImage(raster, null, null), null);
        } finally {
            writer.dispose();
        }
        return transform < 0 ? bytes.toByteArray() : Pictures.withSegment(bytes.toByteArray(), 0xEE,
                join("Adobe\0d\0\0\0\0", new byte[] {(byte) transform}));
    }

    private static byte[] manyProfiles(byte[] jpeg) {
        var bytes = jpeg;
        for (var part = 255; part > 0; part--) {
            bytes = Pictures.withSegment(bytes, 0xE2,
                    join(join("ICC_PROFILE\0", new byte[] {(byte) part, (byte) 255}), new byte[20_000]));
        }
        return bytes;
    }

    private static byte[] packed(int size) {
        var bytes = new ByteArrayOutputStream();
        try (var out = new DeflaterOutputStream(bytes, new Deflater(Deflater.BEST_SPEED))) {
            var block = new byte[1 << 20];
            for (var done = 0; done < size; done += block.length) {
                out.write(block);
            }
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
        return bytes.toByteArray();
    }

    private static byte[] join(String first, byte[] second) {
        return join(first.getBytes(StandardCharsets.ISO_8859_1), second);
    }

    private static byte[] join(byte[] first, byte[] second) {
        var both = Arrays.copyOf(first, first.length + second.length);
        System.arraycopy(second, 0, both, first.length, second.length);
        return both;
    }

    private static long used() {
        System.gc();
        return Runtime.getRuntime().totalMemory() - Runtime.getRuntime().freeMemory();
    }
}
