package dev.storyloom.pretrain.painter;

import java.awt.AlphaComposite;
import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.geom.Area;
import java.awt.geom.Ellipse2D;
import java.awt.geom.Path2D;
import java.awt.geom.Rectangle2D;
import java.awt.geom.RoundRectangle2D;
import java.awt.image.BufferedImage;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;

/** Drawings made ready: cut to their pixels, in the colours asked for, each made once and the latest kept. */
final class Wardrobe {
    /** Sprites kept; one takes up to 350 kB. */
    private static final int KEPT = 500;

    private final ArtLibrary art;
    private final Map<Wanted, Sprite> kept = new LinkedHashMap<>(16, 0.75f, true) {
        @Override
        protected boolean removeEldestEntry(Map.Entry<Wanted, Sprite> eldest) {
            return size() > KEPT;
        }
    };

    private final Map<Wanted, Recolouring> colours = new HashMap<>();

    private enum Cut { TRIMMED, SQUARE, BUST, TURNED }

    private record Wanted(String name, Tint tint, boolean solid, Cut cut) {
    }

    Wardrobe(ArtLibrary art) {
        this.art = art;
    }

    /** A whole figure or thing, cut to what is drawn, so that its lower edge is where it stands. */
    Sprite cut(String name, Tint tint, boolean solid) {
        return sprite(new Wanted(name, tint, solid, Cut.TRIMMED));
    }

    /** A head on its square, so that all heads sit alike on their bodies. */
    Sprite square(String name, Tint tint, boolean solid) {
        return sprite(new Wanted(name, tint, solid, Cut.SQUARE));
    }

    /** As {@link #cut}, looking the other way. */
    Sprite turned(String name, Tint tint, boolean solid) {
        return sprite(new Wanted(name, tint, solid, Cut.TURNED));
    }

    /** Only the head and the hat of a drawn bust, on the bust's square. */
    Sprite head(String name, boolean solid) {
        return sprite(new Wanted(name, null, solid, Cut.BUST));
    }

    /** The colour of a part of the drawing of {@code name} in {@code tint}. */
    int recoloured(String name, Tint tint, int rgb) {
        return tint == null ? rgb : recolouring(name, tint, false).apply(rgb) & 0xFFFFFF;
    }

    private synchronized Recolouring recolouring(String name, Tint tint, boolean solid) {
        return colours.computeIfAbsent(new Wanted(name, tint, solid, Cut.SQUARE),
                w -> new Recolouring(art.drawing(name, solid), tint));
    }

    /** The skin of a drawn face: its colour in the middle of the brow. */
    int skin(String head) {
        return art.drawing(head, false).getRGB(128, 138) & 0xFFFFFF;
    }

    /** The skin of a drawn bust: its colour on the cheek, above beards and scarves. */
    int cheek(String bust) {
        return art.drawing(bust, false).getRGB(108, 116) & 0xFFFFFF;
    }

    private synchronized Sprite sprite(Wanted wanted) {
        return kept.computeIfAbsent(wanted, w -> {
            BufferedImage image = art.drawing(w.name, w.solid);
            if (w.tint != null) {
                image = recolouring(w.name, w.tint, w.solid).apply(image);
            }
            return new Sprite(switch (w.cut) {
                case TRIMMED -> Sprite.trim(image);
                case TURNED -> Sprite.trim(turned(image));
                case SQUARE -> image;
                case BUST -> headOf(image);
            });
        });
    }

    private static BufferedImage turned(BufferedImage image) {
        BufferedImage out = new BufferedImage(256, 256, BufferedImage.TYPE_INT_ARGB);
        Graphics2D g = out.createGraphics();
        g.drawImage(image, 256, 0, -256, 256, null);
        g.dispose();
        return out;
    }

    /** Broad above, where hats are; narrow below, where busts have shoulders and tools in their hands. */
    private static BufferedImage headOf(BufferedImage image) {
        BufferedImage out = new BufferedImage(256, 256, BufferedImage.TYPE_INT_ARGB);
        Graphics2D g = out.createGraphics();
        Brush.smooth(g);
        Area head = new Area(new Rectangle2D.Double(36, 0, 184, 92));
        head.add(new Area(new RoundRectangle2D.Double(64, 20, 128, 138, 96, 96)));
        g.fill(head);
        g.setComposite(AlphaComposite.SrcIn);
        g.drawImage(image, 0, 0, null);
        g.dispose();
        return out;
    }

    /** The brown horse of the art turned white, with a mane in two colours and a golden horn. */
    synchronized Sprite unicorn(boolean solid) {
        return kept.computeIfAbsent(new Wanted("unicorn", null, solid, Cut.TRIMMED), w -> {
            BufferedImage horse = art.drawing("horse", solid);
            BufferedImage image = new BufferedImage(256, 256, BufferedImage.TYPE_INT_ARGB);
            for (int y = 0; y < 256; y++) {
                for (int x = 0; x < 256; x++) {
                    int p = horse.getRGB(x, y);
                    int light = ((p >> 16 & 255) * 3 + (p >> 8 & 255) * 4 + (p & 255)) / 8;
                    Color colour = light < (solid ? 45 : 58) ? new Color(x + y < 190 ? 0xF77FBE : 0xA56BF0)
                            : Light.mix(new Color(0xC9B4E4), new Color(0xFDFAFF), Math.min(1, (light - 40) / 62.0));
                    image.setRGB(x, y, p & 0xFF000000 | colour.getRGB() & 0xFFFFFF);
                }
            }
            Graphics2D g = image.createGraphics();
            Brush.smooth(g);
            Path2D horn = new Path2D.Double();
            horn.moveTo(46, 44);
            horn.lineTo(28, 2);
            horn.lineTo(66, 34);
            horn.closePath();
            g.setColor(new Color(0xFFC02E));
            g.fill(horn);
            g.setColor(new Color(0x3A2A55));
            g.fill(new Ellipse2D.Double(47, 54, 10, 12));
            g.dispose();
            return new Sprite(Sprite.trim(image));
        });
    }
}
