package dev.storyloom.pretrain.painter;

import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.image.BufferedImage;
import java.util.HashMap;
import java.util.Map;

/** A stand-in for the art collections: one coloured shape under each name that the painter asks for. */
public final class Fixtures {
    private static ScenePainter painter;

    private Fixtures() {
    }

    public static synchronized ScenePainter painter() {
        if (painter == null) {
            painter = new ScenePainter(art());
        }
        return painter;
    }

    static ArtLibrary art() {
        Map<String, BufferedImage> drawings = new HashMap<>();
        for (String name : Vocabulary.artNames()) {
            BufferedImage drawing = new BufferedImage(256, 256, BufferedImage.TYPE_INT_ARGB);
            Graphics2D g = drawing.createGraphics();
            g.setColor(new Color(name.hashCode() & 0xFFFFFF));
            g.fillRect(32, 32, 160, 192);
            g.dispose();
            drawings.put(name, drawing);
        }
        return new ArtLibrary(drawings, drawings);
    }
}
