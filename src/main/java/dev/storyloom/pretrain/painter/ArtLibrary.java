package dev.storyloom.pretrain.painter;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.github.weisj.jsvg.SVGDocument;
import com.github.weisj.jsvg.parser.LoaderContext;
import com.github.weisj.jsvg.parser.SVGLoader;
import com.github.weisj.jsvg.view.ViewBox;
import java.awt.Component;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;

/**
 * Vector drawings from an Iconify collection (its {@code icons.json}), which the user names when pre-training starts.
 * The art is an input of the pre-training only and is never shipped.
 */
public final class ArtLibrary {
    private static final int PIXELS = 256;

    private final Map<String, BufferedImage> drawings = new LinkedHashMap<>();

    private ArtLibrary() {
    }

    /**
     * Reads and rasterises every drawing that the {@link Vocabulary} names.
     *
     * @throws UncheckedIOException when the file cannot be read
     * @throws IllegalArgumentException when a drawing is missing from it
     */
    public static ArtLibrary load(Path iconsJson) {
        return load(iconsJson, Vocabulary.artNames());
    }

    static ArtLibrary load(Path iconsJson, Set<String> names) {
        try {
            JsonNode root = new ObjectMapper().readTree(iconsJson.toFile());
            double width = root.path("width").asDouble(16);
            double height = root.path("height").asDouble(16);
            ArtLibrary library = new ArtLibrary();
            for (String name : names) {
                JsonNode body = root.path("icons").path(name).path("body");
                if (!body.isTextual()) {
                    throw new IllegalArgumentException(iconsJson + " has no drawing called " + name);
                }
                library.drawings.put(name, rasterise(body.asText(), width, height));
            }
            return library;
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot read the art in " + iconsJson, e);
        }
    }

    /** The drawing on a transparent square of 256 pixels; not to be changed by the caller. */
    BufferedImage drawing(String name) {
        BufferedImage drawing = drawings.get(name);
        if (drawing == null) {
            throw new IllegalArgumentException("No drawing called " + name + " was loaded");
        }
        return drawing;
    }

    private static BufferedImage rasterise(String body, double width, double height) {
        String svg = "<svg xmlns=\"http://www.w3.org/2000/svg\" xmlns:xlink=\"http://www.w3.org/1999/xlink\""
                + " viewBox=\"0 0 " + width + " " + height + "\">" + body + "</svg>";
        SVGDocument document = new SVGLoader().load(new ByteArrayInputStream(svg.getBytes(StandardCharsets.UTF_8)),
                URI.create("art:/drawing.svg"), LoaderContext.createDefault());
        BufferedImage image = new BufferedImage(PIXELS, PIXELS, BufferedImage.TYPE_INT_ARGB);
        Graphics2D g = image.createGraphics();
        g.setRenderingHint(RenderingHints.KEY_ANTIALIASING, RenderingHints.VALUE_ANTIALIAS_ON);
        g.setRenderingHint(RenderingHints.KEY_STROKE_CONTROL, RenderingHints.VALUE_STROKE_PURE);
        document.render((Component) null, g, new ViewBox(PIXELS, PIXELS));
        g.dispose();
        return image;
    }
}
