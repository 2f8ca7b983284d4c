package dev.storyloom.pretrain.painter;

import static dev.storyloom.pretrain.painter.Pen.fill;
import static dev.storyloom.pretrain.painter.Pen.stroke;

import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.Shape;
import java.awt.geom.AffineTransform;
import java.awt.geom.Ellipse2D;
import java.awt.geom.Line2D;
import java.awt.geom.Path2D;
import java.awt.geom.RoundRectangle2D;

/** Somebody asleep: a mattress, a pillow, a striped quilt, and what sleepers say in picture books. */
final class Nap {
    /** Stature of which enough looks out of the quilt. */
    private static final double SHORTEST = 0.85;

    private final Troupe troupe;

    Nap(Troupe troupe) {
        this.troupe = troupe;
    }

    void draw(Graphics2D g, Facts.Role role, Spot spot) {
        boolean hands = role.subject().build().hands();
        double h = spot.height();
        double x = spot.x();
        double low = spot.ground();
        int quilt = Tint.values()[role.subject().ordinal() % 7].rgb;
        var mattress = new RoundRectangle2D.Double(x - h * 0.66, low - h * 0.16, h * 1.32, h * 0.2, h * 0.2, h * 0.2);
        fill(g, mattress, 0xFFF4E2);
        double headX = x + spot.ahead() * h * 0.40;
        fill(g, new Ellipse2D.Double(headX - h * 0.30, low - h * 0.34, h * 0.60, h * 0.28), 0xFFFFFF);
        if (hands) {
            // The smallest would be under the quilt from head to foot.
            double length = h * 0.94 / (role.subject().stature() < SHORTEST ? role.subject().stature() : 1);
            Graphics2D lying = (Graphics2D) g.create();
            lying.rotate(Math.toRadians(spot.right() ? 78 : -78), x - spot.ahead() * h * 0.5, low - h * 0.22);
            troupe.draw(lying, role, Pose.STAND, x - spot.ahead() * h * 0.5, low - h * 0.22, length, spot.right(),
                    spot.solid());
            lying.dispose();
        } else {
            Graphics2D flat = (Graphics2D) g.create();
            flat.transform(new AffineTransform(1, 0, 0, 0.78, 0, (low - h * 0.04) * 0.22));
            double middle = x + spot.ahead() * h * 0.06;
            troupe.draw(flat, role, Pose.STAND, middle, low - h * 0.04, h, spot.right(), spot.solid());
            flat.dispose();
        }
        Path2D cover = new Path2D.Double();
        double near = x + spot.ahead() * h * (hands ? 0.08 : 0.02);
        double far = x - spot.ahead() * h * 0.68;
        cover.moveTo(near, low + h * 0.02);
        cover.quadTo(near + spot.ahead() * h * 0.05, low - h * 0.46, near - spot.ahead() * h * 0.16, low - h * 0.46);
        cover.lineTo(far + spot.ahead() * h * 0.12, low - h * 0.40);
        cover.quadTo(far, low - h * 0.36, far, low + h * 0.02);
        cover.closePath();
        fill(g, cover, quilt);
        Shape clip = g.getClip();
        g.clip(cover);
        stroke(g, (float) (h * 0.045), new Color(255, 255, 255, 130));
        for (int i = 0; i < 3; i++) {
            double sx = near - spot.ahead() * h * (0.16 + 0.2 * i);
            g.draw(new Line2D.Double(sx, low - h * 0.5, sx - spot.ahead() * h * 0.05, low + h * 0.05));
        }
        g.setClip(clip);
        zs(g, headX, low - h * 0.66, h);
    }

    private static void zs(Graphics2D g, double x, double y, double h) {
        for (int i = 0; i < 3; i++) {
            double s = h * (0.10 + 0.035 * i);
            double zx = x + h * 0.17 * i - h * 0.1;
            double zy = y - h * 0.16 * i;
            Path2D z = new Path2D.Double();
            z.moveTo(zx, zy);
            z.lineTo(zx + s, zy);
            z.lineTo(zx, zy + s);
            z.lineTo(zx + s, zy + s);
            stroke(g, 3.4f, new Color(0x2E3F7A));
            g.draw(z);
            stroke(g, 1.7f, Color.WHITE);
            g.draw(z);
        }
    }
}
