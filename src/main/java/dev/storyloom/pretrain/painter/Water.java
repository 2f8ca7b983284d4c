package dev.storyloom.pretrain.painter;

import static dev.storyloom.pretrain.painter.Pen.fill;
import static dev.storyloom.pretrain.painter.Pen.stroke;

import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.Shape;
import java.awt.geom.Ellipse2D;
import java.awt.geom.Path2D;
import java.awt.geom.QuadCurve2D;
import java.awt.geom.Rectangle2D;

/** Deeds on the water: the spot's ground is its surface. */
final class Water {
    private static final Color SPRAY = new Color(240, 250, 255, 215);

    private final Troupe troupe;

    Water(Troupe troupe) {
        this.troupe = troupe;
    }

    void swimming(Graphics2D g, Facts.Role role, Spot spot) {
        double h = spot.height();
        double w = Math.max(0.7, troupe.size(role, spot.solid()).width()) * h;
        double tall = troupe.size(role, spot.solid()).height();
        Build build = role.subject().build();
        double deep = build.hands() ? 0.40 : (build == Build.SWIMMER ? 0.22 : 0.36) * tall;
        Shape clip = g.getClip();
        g.clip(new Rectangle2D.Double(-50, -50, 300, spot.ground() + 50));
        troupe.draw(g, role, Pose.CHEER, spot.x(), spot.ground() + h * deep, h, spot.right(), spot.solid());
        g.setClip(clip);
        for (int i = 0; i < 3; i++) {
            stroke(g, 2.2f - 0.5f * i, new Color(240, 250, 255, 230 - 50 * i));
            g.draw(new Ellipse2D.Double(spot.x() - w * (0.50 + 0.14 * i), spot.ground() - h * 0.05 * (1 + i),
                    w * (1 + 0.28 * i), h * 0.10 * (1 + i)));
        }
        for (int side = -1; side <= 1; side += 2) {
            for (int i = 0; i < 4; i++) {
                double r = h * (0.035 - 0.005 * i);
                double x = spot.x() + side * w * (0.50 + 0.055 * i);
                double y = spot.ground() - h * (0.06 + 0.10 * (i % 2) + 0.05 * i);
                g.setColor(SPRAY);
                g.fill(new Ellipse2D.Double(x - r, y - r, 2 * r, 2 * r));
            }
        }
    }

    void sailing(Graphics2D g, Facts.Role role, Spot spot) {
        double h = spot.height();
        double x = spot.x();
        double y = spot.ground();
        int ahead = spot.ahead();
        g.setColor(new Color(0x8A5A3A));
        g.fill(new Rectangle2D.Double(x - ahead * h * 0.36 - 1.3, y - h * 1.22, 2.6, h * 1.2));
        Path2D sail = new Path2D.Double();
        sail.moveTo(x - ahead * h * 0.36, y - h * 1.22);
        sail.quadTo(x - ahead * h * 0.86, y - h * 0.66, x - ahead * h * 0.82, y - h * 0.34);
        sail.lineTo(x - ahead * h * 0.36, y - h * 0.34);
        sail.closePath();
        fill(g, sail, 0xFFF6E0);
        Shape clip = g.getClip();
        g.clip(new Rectangle2D.Double(-50, -50, 300, y + 50 - h * 0.02));
        troupe.draw(g, role, Pose.CHEER, x + ahead * h * 0.06, y + h * 0.14, h * 0.92, spot.right(), spot.solid());
        g.setClip(clip);
        Path2D hull = new Path2D.Double();
        hull.moveTo(x - h * 0.74, y - h * 0.20);
        hull.quadTo(x, y - h * 0.08, x + h * 0.74, y - h * 0.20);
        hull.quadTo(x + h * 0.62, y + h * 0.16, x + h * 0.40, y + h * 0.18);
        hull.lineTo(x - h * 0.40, y + h * 0.18);
        hull.quadTo(x - h * 0.62, y + h * 0.16, x - h * 0.74, y - h * 0.20);
        hull.closePath();
        fill(g, hull, 0xB5703C);
        stroke(g, (float) (h * 0.05), new Color(0xE5484D));
        g.draw(new QuadCurve2D.Double(x - h * 0.70, y - h * 0.13, x, y - h * 0.01, x + h * 0.70, y - h * 0.13));
        for (int i = 0; i < 5; i++) {
            double wx = x + (i - 2) * h * 0.36;
            g.setColor(SPRAY);
            g.fill(new Ellipse2D.Double(wx - h * 0.16, y + h * 0.13, h * 0.32, h * 0.08));
        }
    }
}
