package dev.storyloom.pretrain.painter;

import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.geom.Ellipse2D;
import java.awt.geom.Path2D;
import java.awt.geom.RoundRectangle2D;
import java.awt.image.BufferedImage;
import java.util.EnumMap;
import java.util.Map;

/** Makes whole figures of the drawings: where the art is only a head, it gets a small body of our own. */
final class FigureWorkshop {
    private static final int WIDTH = 256;
    private static final int HEIGHT = 330;
    private static final double MIDDLE = WIDTH / 2.0;

    private final ArtLibrary art;
    private final Map<Subject, Figure[]> figures = new EnumMap<>(Subject.class);

    FigureWorkshop(ArtLibrary art) {
        this.art = art;
        for (Subject subject : Subject.values()) {
            Figure[] variants = new Figure[subject.variants()];
            for (int i = 0; i < variants.length; i++) {
                variants[i] = build(subject, subject.art().get(i), i);
            }
            figures.put(subject, variants);
        }
    }

    Figure figure(Subject subject, int variant) {
        return figures.get(subject)[variant];
    }

    private Figure build(Subject subject, String name, int variant) {
        return switch (subject) {
            case GIRL -> child(name, new int[] {0xF04F5F, 0xFFB02E, 0x9B6BDB, 0x2FB6A8}[variant], true);
            case BOY -> child(name, new int[] {0x3C8CE7, 0x35B277, 0xF2803C, 0xE5484D}[variant], false);
            case PRINCESS -> princess(name);
            case FOX -> animal(name, new Fur(0xFF822D, 0xFFDEA7, 0x4A2F27, 0xFF822D), Tail.BUSHY);
            case BEAR -> animal(name, new Fur(0xA56953, 0xE0B08A, 0x6D4534, 0xA56953), Tail.NONE);
            case PANDA -> animal(name, new Fur(0xF4F4F4, 0xF4F4F4, 0x433B6B, 0x433B6B), Tail.NONE);
            case LION -> animal(name, new Fur(0xFFB02E, 0xFFE2A3, 0x6D4534, 0xFFB02E), Tail.TUFT);
            case FROG -> animal(name, new Fur(0x00D26A, 0xFCF26B, 0x00A85A, 0x00D26A), Tail.NONE);
            case ROBOT -> robot(name);
            case UNICORN -> new Figure(Sprites.trim(unicorn(art.drawing(name))), false);
            case OWL, PENGUIN -> new Figure(Sprites.trim(art.drawing(name)), true);
            default -> new Figure(Sprites.trim(art.drawing(name)), false);
        };
    }

    private enum Tail { NONE, BUSHY, TUFT }

    private record Fur(int body, int belly, int feet, int arms) {
    }

    private Figure animal(String head, Fur fur, Tail tail) {
        BufferedImage image = canvas();
        Graphics2D g = pen(image);
        if (tail == Tail.BUSHY) {
            Path2D t = new Path2D.Double();
            t.moveTo(150, 290);
            t.curveTo(215, 300, 240, 250, 226, 206);
            t.curveTo(205, 222, 176, 232, 160, 262);
            t.closePath();
            fill(g, t, fur.body);
            Path2D tip = new Path2D.Double();
            tip.moveTo(226, 206);
            tip.curveTo(236, 235, 228, 255, 219, 267);
            tip.curveTo(208, 252, 200, 240, 194, 227);
            tip.closePath();
            fill(g, tip, fur.belly);
        } else if (tail == Tail.TUFT) {
            g.setColor(new Color(fur.body));
            g.setStroke(new BasicStroke(11, BasicStroke.CAP_ROUND, BasicStroke.JOIN_ROUND));
            Path2D t = new Path2D.Double();
            t.moveTo(165, 290);
            t.curveTo(205, 295, 215, 265, 217, 240);
            g.draw(t);
            oval(g, 218, 230, 14, 19, fur.feet);
        }
        oval(g, 98, 308, 27, 19, fur.feet);
        oval(g, 158, 308, 27, 19, fur.feet);
        oval(g, MIDDLE, 252, 58, 64, fur.body);
        oval(g, MIDDLE, 264, 36, 43, fur.belly);
        arm(g, -1, fur.arms, fur.arms);
        arm(g, 1, fur.arms, fur.arms);
        g.drawImage(art.drawing(head), 26, 4, 204, 204, null);
        g.dispose();
        return new Figure(Sprites.trim(image), true);
    }

    private Figure child(String head, int cloth, boolean dress) {
        BufferedImage image = canvas();
        Graphics2D g = pen(image);
        int skin = skin(art.drawing(head));
        legs(g, skin, dress ? 0xB5323F : 0x5B4636);
        if (!dress) {
            g.setColor(new Color(0x33517E));
            g.fill(new RoundRectangle2D.Double(88, 250, 80, 34, 14, 14));
        }
        Path2D body = new Path2D.Double();
        body.moveTo(102, 186);
        body.lineTo(154, 186);
        body.curveTo(162, 215, dress ? 176 : 166, 240, dress ? 190 : 168, dress ? 284 : 262);
        body.quadTo(MIDDLE, dress ? 298 : 268, dress ? 66 : 88, dress ? 284 : 262);
        body.curveTo(dress ? 80 : 90, 240, 94, 215, 102, 186);
        body.closePath();
        fill(g, body, cloth);
        arm(g, -1, cloth, skin);
        arm(g, 1, cloth, skin);
        g.drawImage(art.drawing(head), 24, 2, 208, 208, null);
        g.dispose();
        return new Figure(Sprites.trim(image), true);
    }

    private Figure princess(String head) {
        BufferedImage image = canvas();
        Graphics2D g = pen(image);
        int skin = skin(art.drawing(head));
        Path2D gown = new Path2D.Double();
        gown.moveTo(104, 196);
        gown.lineTo(152, 196);
        gown.curveTo(160, 240, 190, 280, 216, 324);
        gown.quadTo(MIDDLE, 338, 40, 324);
        gown.curveTo(66, 280, 96, 240, 104, 196);
        gown.closePath();
        fill(g, gown, 0xF58AC3);
        Path2D front = new Path2D.Double();
        front.moveTo(118, 236);
        front.lineTo(138, 236);
        front.lineTo(168, 329);
        front.lineTo(88, 329);
        front.closePath();
        fill(g, front, 0xFFC8E4);
        g.setColor(new Color(0xFFD43B));
        g.fill(new RoundRectangle2D.Double(96, 230, 64, 9, 8, 8));
        arm(g, -1, 0xF58AC3, skin);
        arm(g, 1, 0xF58AC3, skin);
        g.drawImage(art.drawing(head), 30, 20, 196, 196, null);
        g.drawImage(art.drawing("crown"), 74, -12, 108, 84, null);
        g.dispose();
        return new Figure(Sprites.trim(image), true);
    }

    private Figure robot(String head) {
        BufferedImage image = canvas();
        Graphics2D g = pen(image);
        g.setColor(new Color(0x8D86A8));
        g.fill(new RoundRectangle2D.Double(92, 280, 24, 36, 6, 6));
        g.fill(new RoundRectangle2D.Double(140, 280, 24, 36, 6, 6));
        g.setColor(new Color(0x5E5780));
        g.fill(new RoundRectangle2D.Double(80, 306, 40, 20, 14, 14));
        g.fill(new RoundRectangle2D.Double(136, 306, 40, 20, 14, 14));
        g.setColor(new Color(0x8D86A8));
        g.setStroke(new BasicStroke(18, BasicStroke.CAP_ROUND, BasicStroke.JOIN_ROUND));
        g.drawLine(84, 222, 58, 250);
        g.drawLine(172, 222, 198, 250);
        oval(g, 54, 256, 16, 16, 0xF8312F);
        oval(g, 202, 256, 16, 16, 0xF8312F);
        g.setColor(new Color(0xCDC4D6));
        g.fill(new RoundRectangle2D.Double(74, 200, 108, 92, 26, 26));
        g.setColor(new Color(0x00A6ED));
        g.fill(new RoundRectangle2D.Double(96, 220, 64, 40, 12, 12));
        oval(g, 112, 240, 9, 9, 0xFFD43B);
        oval(g, 142, 240, 9, 9, 0xF8312F);
        g.drawImage(art.drawing(head), 28, 6, 200, 200, null);
        g.dispose();
        return new Figure(Sprites.trim(image), true);
    }

    /** The brown horse of the art turned white, with a mane in two colours and a golden horn. */
    private static BufferedImage unicorn(BufferedImage horse) {
        BufferedImage image = new BufferedImage(256, 256, BufferedImage.TYPE_INT_ARGB);
        for (int y = 0; y < 256; y++) {
            for (int x = 0; x < 256; x++) {
                int p = horse.getRGB(x, y);
                int light = ((p >> 16 & 255) * 3 + (p >> 8 & 255) * 4 + (p & 255)) / 8;
                int colour = light < 58 ? (x + y < 190 ? 0xF77FBE : 0xA56BF0) : light < 100 ? 0xD9C8EE : 0xF8F2FF;
                image.setRGB(x, y, p & 0xFF000000 | colour);
            }
        }
        Graphics2D g = pen(image);
        Path2D horn = new Path2D.Double();
        horn.moveTo(46, 44);
        horn.lineTo(28, 2);
        horn.lineTo(66, 34);
        horn.closePath();
        fill(g, horn, 0xFFC02E);
        oval(g, 52, 60, 5, 6, 0x3A2A55);
        g.dispose();
        return image;
    }

    private static void legs(Graphics2D g, int skin, int shoe) {
        g.setColor(new Color(skin));
        g.fill(new RoundRectangle2D.Double(98, 262, 24, 50, 8, 8));
        g.fill(new RoundRectangle2D.Double(134, 262, 24, 50, 8, 8));
        g.setColor(new Color(shoe));
        g.fill(new RoundRectangle2D.Double(84, 304, 40, 22, 18, 18));
        g.fill(new RoundRectangle2D.Double(132, 304, 40, 22, 18, 18));
    }

    private static void arm(Graphics2D g, int side, int sleeve, int hand) {
        g.setColor(new Color(sleeve));
        g.setStroke(new BasicStroke(28, BasicStroke.CAP_ROUND, BasicStroke.JOIN_ROUND));
        g.drawLine((int) (MIDDLE + side * 42), 218, (int) (MIDDLE + side * 68), 248);
        oval(g, MIDDLE + side * 72, 252, 15, 15, hand);
    }

    /** The skin of a drawn face: its colour in the middle of the brow. */
    private static int skin(BufferedImage head) {
        return head.getRGB(128, 138) & 0xFFFFFF;
    }

    private static BufferedImage canvas() {
        return new BufferedImage(WIDTH, HEIGHT, BufferedImage.TYPE_INT_ARGB);
    }

    private static Graphics2D pen(BufferedImage image) {
        Graphics2D g = image.createGraphics();
        Brush.smooth(g);
        g.setRenderingHint(RenderingHints.KEY_INTERPOLATION, RenderingHints.VALUE_INTERPOLATION_BICUBIC);
        return g;
    }

    private static void fill(Graphics2D g, Path2D path, int rgb) {
        g.setColor(new Color(rgb));
        g.fill(path);
    }

    private static void oval(Graphics2D g, double cx, double cy, double rx, double ry, int rgb) {
        g.setColor(new Color(rgb));
        g.fill(new Ellipse2D.Double(cx - rx, cy - ry, 2 * rx, 2 * ry));
    }
}
