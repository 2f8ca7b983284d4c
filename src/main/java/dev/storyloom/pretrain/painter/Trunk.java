package dev.storyloom.pretrain.painter;

import static dev.storyloom.pretrain.painter.Pen.fill;
import static dev.storyloom.pretrain.painter.Pen.stroke;

import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.geom.Ellipse2D;
import java.awt.geom.Line2D;
import java.awt.geom.Path2D;

/** The tree behind somebody who climbs it. */
final class Trunk {
    private Trunk() {
    }

    static void draw(Graphics2D g, Spot spot) {
        double h = spot.height();
        double x = spot.x() + spot.ahead() * h * 0.06;
        double y = spot.ground() + 2;
        Path2D trunk = new Path2D.Double();
        trunk.moveTo(x - h * 0.34, y);
        trunk.quadTo(x - h * 0.18, y - h * 0.3, x - h * 0.17, -8);
        trunk.lineTo(x + h * 0.17, -8);
        trunk.quadTo(x + h * 0.18, y - h * 0.3, x + h * 0.34, y);
        trunk.closePath();
        fill(g, trunk, 0x8A5C3B);
        stroke(g, (float) (h * 0.09), new Color(0x8A5C3B));
        g.draw(new Line2D.Double(x, y - h * 0.92, x - h * 0.58, y - h * 1.18));
        g.draw(new Line2D.Double(x, y - h * 0.78, x + h * 0.58, y - h * 1.06));
        for (int i = -2; i <= 2; i++) {
            double r = h * 0.32;
            double top = y - h * (i % 2 == 0 ? 1.62 : 1.52);
            fill(g, new Ellipse2D.Double(x + i * h * 0.34 - r, Math.max(-r, top - r), 2 * r, 2 * r),
                    i % 2 == 0 ? 0x46A04F : 0x358A45);
        }
        fill(g, new Ellipse2D.Double(x - h * 0.74, y - h * 1.36, h * 0.36, h * 0.28), 0x46A04F);
        fill(g, new Ellipse2D.Double(x + h * 0.42, y - h * 1.24, h * 0.36, h * 0.28), 0x46A04F);
    }
}
