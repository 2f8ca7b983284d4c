package dev.storyloom.pretrain.painter;

import java.awt.Color;
import java.awt.GradientPaint;
import java.awt.Graphics2D;
import java.awt.RadialGradientPaint;
import java.awt.RenderingHints;
import java.awt.Shape;
import java.awt.geom.Ellipse2D;
import java.awt.geom.Path2D;
import java.awt.geom.Rectangle2D;
import java.awt.geom.RoundRectangle2D;
import java.awt.image.BufferedImage;
import java.util.random.RandomGenerator;

/** Shapes that the landscapes share, painted in the light of the picture on its 128 × 128 pixels. */
final class Brush {
    static final int SIZE = 128;

    final Graphics2D g;
    final Light light;
    final RandomGenerator random;
    final Weather weather;
    /** Where the sun or the moon stands, for whoever casts a shadow. */
    final boolean sunLeft;
    private final boolean solid;

    /** {@code solid}: whether shapes are shaded as if they were round. */
    Brush(BufferedImage image, Light light, Weather weather, boolean solid, RandomGenerator random) {
        this.g = image.createGraphics();
        this.light = light;
        this.weather = weather;
        this.solid = solid;
        this.random = random;
        this.sunLeft = random.nextBoolean();
        smooth(g);
    }

    static void smooth(Graphics2D g) {
        g.setRenderingHint(RenderingHints.KEY_ANTIALIASING, RenderingHints.VALUE_ANTIALIAS_ON);
        g.setRenderingHint(RenderingHints.KEY_STROKE_CONTROL, RenderingHints.VALUE_STROKE_PURE);
        g.setRenderingHint(RenderingHints.KEY_INTERPOLATION, RenderingHints.VALUE_INTERPOLATION_BILINEAR);
    }

    double between(double low, double high) {
        return low + random.nextDouble() * (high - low);
    }

    boolean night() {
        return light == Light.NIGHT;
    }

    /** A colour that shines by itself at night, as a lit window does. */
    Color glowing(int day) {
        return night() ? new Color(0xFFD873) : light == Light.SUNSET ? new Color(0xFFCB7A) : light.land(day);
    }

    void fill(Shape shape, Color colour) {
        Rectangle2D box = shape.getBounds2D();
        if (solid && box.getWidth() > 5 && box.getHeight() > 5 && colour.getAlpha() == 255) {
            g.setPaint(new GradientPaint((float) box.getX(), (float) box.getY(), Light.mix(colour, Color.WHITE, 0.22),
                    (float) box.getMaxX(), (float) box.getMaxY(), Light.mix(colour, new Color(0x1E1640), 0.26)));
        } else {
            g.setColor(colour);
        }
        g.fill(shape);
    }

    void oval(double cx, double cy, double rx, double ry, Color colour) {
        fill(new Ellipse2D.Double(cx - rx, cy - ry, 2 * rx, 2 * ry), colour);
    }

    void box(double x, double y, double w, double h, double arc, Color colour) {
        fill(new RoundRectangle2D.Double(x, y, w, h, arc, arc), colour);
    }

    void polygon(Color colour, double... xy) {
        Path2D path = new Path2D.Double();
        path.moveTo(xy[0], xy[1]);
        for (int i = 2; i < xy.length; i += 2) {
            path.lineTo(xy[i], xy[i + 1]);
        }
        path.closePath();
        fill(path, colour);
    }

    /** Land from a gently waving line down to the lower edge, darker towards the reader. */
    void hill(double y, double height, double phase, double waves, int far, int near) {
        Path2D path = new Path2D.Double();
        path.moveTo(0, SIZE);
        for (int x = 0; x <= SIZE; x += 4) {
            path.lineTo(x, y - height * Math.sin(phase + x * waves * Math.PI / SIZE));
        }
        path.lineTo(SIZE, SIZE);
        path.closePath();
        g.setPaint(new GradientPaint(0, (float) (y - height), light.land(far), 0, SIZE, light.land(near)));
        g.fill(path);
    }

    void vertical(double y, double h, Color top, Color low) {
        g.setPaint(new GradientPaint(0, (float) y, top, 0, (float) (y + h), low));
        g.fillRect(0, (int) y, SIZE, (int) Math.ceil(h) + 1);
    }

    void glow(double cx, double cy, double radius, Color colour, int alpha) {
        glow(g, cx, cy, radius, colour, alpha);
    }

    static void glow(Graphics2D g, double cx, double cy, double radius, Color colour, int alpha) {
        Color in = new Color(colour.getRed(), colour.getGreen(), colour.getBlue(), alpha);
        Color out = new Color(colour.getRed(), colour.getGreen(), colour.getBlue(), 0);
        g.setPaint(new RadialGradientPaint((float) cx, (float) cy, (float) radius, new float[] {0, 1},
                new Color[] {in, out}));
        g.fill(new Ellipse2D.Double(cx - radius, cy - radius, 2 * radius, 2 * radius));
    }

    /** A leafy tree whose trunk stands at (x, y). */
    void tree(double x, double y, double height, int leaf, int shade) {
        double w = height * 0.30;
        box(x - height * 0.05, y - height * 0.45, height * 0.10, height * 0.46, 2, light.land(0x7A5236));
        oval(x + w * 0.12, y - height * 0.58, w * 1.05, height * 0.33, light.land(shade));
        oval(x - w * 0.35, y - height * 0.55, w * 0.75, height * 0.24, light.land(leaf));
        oval(x + w * 0.05, y - height * 0.72, w * 0.78, height * 0.26, light.land(leaf));
    }

    /** A conifer, with snow on its branches if wanted. */
    void pine(double x, double y, double height, int leaf, boolean snow) {
        box(x - height * 0.045, y - height * 0.15, height * 0.09, height * 0.16, 1, light.land(0x6B4730));
        for (int tier = 0; tier < 3; tier++) {
            double low = y - height * (0.12 + 0.25 * tier);
            double top = low - height * 0.40;
            double w = height * (0.30 - 0.065 * tier);
            polygon(light.land(leaf), x - w, low, x, top, x + w, low);
            if (snow) {
                polygon(light.land(0xF7FBFF), x - w * 0.5, (low + top) / 2, x, top, x + w * 0.5, (low + top) / 2,
                        x + w * 0.15, (low + top) / 2 + 2, x - w * 0.12, (low + top) / 2 - 1);
            }
        }
    }

    void bloom(double x, double y, double radius, int petal) {
        for (int i = 0; i < 5; i++) {
            double a = i * Math.PI * 2 / 5 - Math.PI / 2;
            oval(x + Math.cos(a) * radius * 0.62, y + Math.sin(a) * radius * 0.62, radius * 0.5, radius * 0.5,
                    light.land(petal));
        }
        oval(x, y, radius * 0.42, radius * 0.42, light.land(0xFFC928));
    }

    void done() {
        g.dispose();
    }
}
