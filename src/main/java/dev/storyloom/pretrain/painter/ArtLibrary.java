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
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.stream.Stream;
import javax.imageio.ImageIO;

/**
 * Drawings of the two npm packages of Microsoft's Fluent Emoji: flat ones in vectors and the same ones shaded. The
 * user fetches them when pre-training starts; the art is an input of the pre-training only and is never shipped.
 */
public final class ArtLibrary {
    private static final int PIXELS = 256;
    private static final ObjectMapper JSON = new ObjectMapper();

    private final Map<String, BufferedImage> flat;
    private final Map<String, BufferedImage> solid;

    ArtLibrary(Map<String, BufferedImage> flat, Map<String, BufferedImage> solid) {
        this.flat = Map.copyOf(flat);
        this.solid = Map.copyOf(solid);
    }

    /**
     * Reads every drawing that the {@link Vocabulary} names.
     *
     * @param modules the {@code node_modules} folder into which npm installed {@code @iconify-json/fluent-emoji-flat}
     *     and {@code @lobehub/fluent-emoji-3d}
     * @throws UncheckedIOException when a file cannot be read
     * @throws IllegalArgumentException when a drawing is missing
     */
    public static ArtLibrary load(Path modules) {
        Path flatFolder = modules.resolve("@iconify-json/fluent-emoji-flat");
        Path solidFolder = modules.resolve("@lobehub/fluent-emoji-3d/assets");
        try {
            JsonNode icons = JSON.readTree(flatFolder.resolve("icons.json").toFile());
            Map<String, String> codes = codes(JSON.readTree(flatFolder.resolve("chars.json").toFile()));
            Map<String, BufferedImage> flat = new HashMap<>();
            Map<String, BufferedImage> solid = new HashMap<>();
            for (String name : Vocabulary.artNames()) {
                JsonNode body = icons.path("icons").path(name).path("body");
                if (!body.isTextual()) {
                    throw new IllegalArgumentException(flatFolder + " has no drawing called " + name);
                }
                flat.put(name, rasterise(body.asText(), icons.path("width").asDouble(16)));
                solid.put(name, ImageIO.read(shaded(solidFolder, name, codes.get(name)).toFile()));
            }
            return new ArtLibrary(flat, solid);
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot read the art in " + modules, e);
        }
    }

    /** The drawing on a transparent square of 256 pixels, shaded or flat; not to be changed by the caller. */
    BufferedImage drawing(String name, boolean shaded) {
        BufferedImage drawing = (shaded ? solid : flat).get(name);
        if (drawing == null) {
            throw new IllegalArgumentException("No drawing called " + name + " was loaded");
        }
        return drawing;
    }

    /** Names to code points, as the files of the shaded collection are called. */
    private static Map<String, String> codes(JsonNode chars) {
        Map<String, String> codes = new HashMap<>();
        chars.fields().forEachRemaining(entry -> codes.merge(entry.getValue().asText(), entry.getKey(),
                (a, b) -> a.length() >= b.length() ? a : b));
        return codes;
    }

    private static Path shaded(Path folder, String name, String code) {
        return Stream.of(code + ".webp", code + "-fe0f.webp").map(folder::resolve).filter(Files::exists).findFirst()
                .orElseThrow(() -> new IllegalArgumentException(folder + " has no drawing of " + name));
    }

    private static BufferedImage rasterise(String body, double side) {
        String svg = "<svg xmlns=\"http://www.w3.org/2000/svg\" xmlns:xlink=\"http://www.w3.org/1999/xlink\""
                + " viewBox=\"0 0 " + side + " " + side + "\">" + body + "</svg>";
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
