package dev.storyloom.storage;

import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.Iterator;
import javax.imageio.IIOImage;
import javax.imageio.ImageIO;
import javax.imageio.ImageReadParam;
import javax.imageio.ImageReader;
import javax.imageio.ImageWriteParam;
import javax.imageio.ImageWriter;
import javax.imageio.stream.ImageInputStream;
import javax.imageio.stream.MemoryCacheImageInputStream;
import javax.imageio.stream.MemoryCacheImageOutputStream;

/**
 * Pixels in, pixels out: reads the size first, decodes no more pixels than needed, turns the picture upright on a white
 * sRGB ground and writes a fresh JPEG, so that nothing of the original file but what one sees goes on.
 */
final class PhotoDecoder implements AutoCloseable {

    static final long MOST_PIXELS = 50_000_000;
    static final int LONGEST_SIDE = 12_000;
    static final int SHORTEST_SIDE = 256;
    static final int LARGEST_ASPECT = 4;
    static final int STORED_SIDE = 2048;
    private static final float QUALITY = 0.92f;

    private final Orientation orientation;
    private final PhotoSquare square;
    private final ImageInputStream input;
    private final ImageReader reader;

    /** {@code square}: what of it is kept; null for all. */
    PhotoDecoder(PhotoFormat format, byte[] bytes, Orientation orientation, PhotoSquare square) {
        this.square = square;
        this.orientation = orientation;
        this.input = new MemoryCacheImageInputStream(new ByteArrayInputStream(bytes));
        this.reader = reader(format);
        reader.setInput(input, true, true);
    }

    PreparedPhoto decode() {
        try {
            int width = reader.getWidth(0);
            int height = reader.getHeight(0);
            check(width, height);
            BufferedImage upright = upright(pixels(Math.max(width, height)));
            BufferedImage kept = square == null ? upright : cut(upright);
            return PreparedPhoto.of(jpeg(kept), kept.getWidth(), kept.getHeight(), PhotoLook.of(kept));
        } catch (IOException | RuntimeException e) {
            throw e instanceof PhotoRefused refused ? refused : new PhotoRefused(PhotoRefusal.CORRUPT_IMAGE, e);
        }
    }

    private BufferedImage cut(BufferedImage upright) {
        if (!square.fits(upright.getWidth(), upright.getHeight())) {
            throw new PhotoRefused(PhotoRefusal.BAD_SQUARE);
        }
        return square.of(upright);
    }

    /** Closing from another thread is how a decoder that never ends is stopped. */
    @Override
    public void close() {
        reader.abort();
        try {
            input.close();
        } catch (IOException alreadyClosed) {
            // nothing is lost: the bytes are in memory
        }
    }

    void dispose() {
        reader.dispose();
    }

    static void check(int width, int height) {
        int longer = Math.max(width, height);
        int shorter = Math.min(width, height);
        if ((long) width * height > MOST_PIXELS) {
            throw new PhotoRefused(PhotoRefusal.TOO_MANY_PIXELS);
        }
        if ((long) shorter * LARGEST_ASPECT < longer) {
            throw new PhotoRefused(PhotoRefusal.BAD_ASPECT);
        }
        if (longer > LONGEST_SIDE) {
            throw new PhotoRefused(PhotoRefusal.TOO_MANY_PIXELS);
        }
        if (shorter < SHORTEST_SIDE) {
            throw new PhotoRefused(PhotoRefusal.TOO_SMALL);
        }
    }

    private BufferedImage pixels(int longerSide) throws IOException {
        int every = Math.max(1, longerSide / (2 * STORED_SIDE));
        ImageReadParam param = reader.getDefaultReadParam();
        param.setSourceSubsampling(every, every, 0, 0);
        return reader.read(0, param);
    }

    private BufferedImage upright(BufferedImage stored) {
        double scale = Math.min(1, (double) STORED_SIDE / Math.max(stored.getWidth(), stored.getHeight()));
        BufferedImage source = stored;
        while (scale < 0.5) {
            source = draw(source, 0.5, Orientation.UPRIGHT);
            scale *= 2;
        }
        return draw(source, scale, orientation);
    }

    private static BufferedImage draw(BufferedImage source, double scale, Orientation orientation) {
        int width = (int) Math.max(1, Math.round(source.getWidth() * scale));
        int height = (int) Math.max(1, Math.round(source.getHeight() * scale));
        boolean sideways = orientation.turnsSideways();
        BufferedImage drawn = new BufferedImage(sideways ? height : width, sideways ? width : height,
                BufferedImage.TYPE_INT_RGB);
        Graphics2D canvas = drawn.createGraphics();
        canvas.setColor(Color.WHITE);
        canvas.fillRect(0, 0, drawn.getWidth(), drawn.getHeight());
        canvas.setRenderingHint(RenderingHints.KEY_INTERPOLATION, RenderingHints.VALUE_INTERPOLATION_BICUBIC);
        canvas.setRenderingHint(RenderingHints.KEY_COLOR_RENDERING, RenderingHints.VALUE_COLOR_RENDER_QUALITY);
        canvas.transform(orientation.upright(width, height));
        canvas.drawImage(source, 0, 0, width, height, null);
        canvas.dispose();
        return drawn;
    }

    private static byte[] jpeg(BufferedImage image) throws IOException {
        ImageWriter writer = ImageIO.getImageWritersByFormatName("jpeg").next();
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (var output = new MemoryCacheImageOutputStream(bytes)) {
            ImageWriteParam param = writer.getDefaultWriteParam();
            param.setCompressionMode(ImageWriteParam.MODE_EXPLICIT);
            param.setCompressionQuality(QUALITY);
            writer.setOutput(output);
            writer.write(null, new IIOImage(image, null, null), param);
        } finally {
            writer.dispose();
        }
        return bytes.toByteArray();
    }

    /** TwelveMonkeys' reader where it has one: it knows CMYK and odd colour profiles, which the JDK's does not. */
    private static ImageReader reader(PhotoFormat format) {
        Iterator<ImageReader> readers = ImageIO.getImageReadersByFormatName(format.name());
        ImageReader chosen = null;
        while (readers.hasNext()) {
            ImageReader next = readers.next();
            chosen = chosen == null || next.getClass().getName().startsWith("com.twelvemonkeys.") ? next : chosen;
        }
        if (chosen == null) {
            throw new PhotoRefused(PhotoRefusal.NOT_AN_IMAGE);
        }
        return chosen;
    }
}
