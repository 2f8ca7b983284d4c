package dev.storyloom.pretrain.painter;

import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.Shape;

/** Two strokes that all drawing of deeds uses. */
final class Pen {
    private Pen() {
    }

    /** Sets a round pen. */
    static void stroke(Graphics2D g, float width, Color colour) {
        g.setStroke(new BasicStroke(width, BasicStroke.CAP_ROUND, BasicStroke.JOIN_ROUND));
        g.setColor(colour);
    }

    static void fill(Graphics2D g, Shape shape, int rgb) {
        g.setColor(new Color(rgb));
        g.fill(shape);
    }
}
