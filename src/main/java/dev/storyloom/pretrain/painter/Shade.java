package dev.storyloom.pretrain.painter;

import java.awt.Color;
import java.awt.MultipleGradientPaint.ColorSpaceType;
import java.awt.MultipleGradientPaint.CycleMethod;
import java.awt.RadialGradientPaint;
import java.awt.geom.AffineTransform;
import java.awt.geom.Ellipse2D;
import java.awt.geom.Point2D;

/** What light leaves on the ground, and what the moon leaves in the air. */
final class Shade {
    /** Height of a shadow on the ground for a width of 1. */
    private static final double FLAT = 0.24;

    private Shade() {
    }

    /** A soft shadow of half width {@code rx}, a little away from the sun. */
    static void under(Brush b, double x, double y, double rx, double strength) {
        double cx = x + rx * 0.22 * (b.sunLeft ? 1 : -1);
        float r = (float) (rx * 1.15);
        var middle = new Point2D.Double(cx, y / FLAT);
        Color[] colours = {new Color(16, 18, 46, (int) (150 * strength)), new Color(16, 18, 46, (int) (105 * strength)),
            new Color(16, 18, 46, 0)};
        b.g.setPaint(new RadialGradientPaint(middle, r, middle, new float[] {0, 0.55f, 1}, colours,
                CycleMethod.NO_CYCLE, ColorSpaceType.SRGB, AffineTransform.getScaleInstance(1, FLAT)));
        b.g.fill(new Ellipse2D.Double(cx - r, y - r * FLAT, 2 * r, 2 * r * FLAT));
    }

    /** At night a light haze behind lifts whoever it is, of that height, off the dark. */
    static void moonlight(Brush b, Spot spot, double height) {
        if (b.night()) {
            b.glow(spot.x(), spot.ground() - height * 0.5, height * 0.75, new Color(0xC4D4FF), 80);
        }
    }
}
