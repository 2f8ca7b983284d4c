package dev.storyloom.pretrain.painter;

import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.GradientPaint;
import java.awt.Graphics2D;
import java.awt.Shape;
import java.awt.geom.Ellipse2D;
import java.awt.geom.Line2D;
import java.awt.geom.Path2D;
import java.awt.geom.Rectangle2D;
import java.awt.geom.RoundRectangle2D;

/** Draws the bodies that carry drawn heads, 256 wide and standing on y = 326, in a pose. */
final class Puppet {
    /** Where the body's own coordinates stand. */
    static final double FEET = 326;
    static final double MIDDLE = 128;

    private final Graphics2D g;
    private final boolean solid;
    private final Pose pose;

    Puppet(Graphics2D g, boolean solid, Pose pose) {
        this.g = g;
        this.solid = solid;
        this.pose = pose;
    }

    /** The colours of a body. */
    record Fur(int body, int belly, int feet, int arms) {
    }

    void furry(Subject subject, Fur fur) {
        if (subject == Subject.FOX || subject == Subject.WOLF || subject == Subject.RACCOON) {
            bushyTail(fur);
        } else if (subject == Subject.LION) {
            stroke(11, fur.body);
            Path2D t = new Path2D.Double();
            t.moveTo(165, 290);
            t.curveTo(205, 295, 215, 265, 217, 240);
            g.draw(t);
            oval(218, 230, 14, 19, fur.feet);
        }
        legs(fur.body, fur.feet, 26);
        oval(MIDDLE, 252, 58, 64, fur.body);
        oval(MIDDLE, 264, 36, 43, fur.belly);
        arms(fur.arms, fur.arms);
    }

    private void bushyTail(Fur fur) {
        Path2D t = new Path2D.Double();
        t.moveTo(150, 290);
        t.curveTo(215, 300, 240, 250, 226, 206);
        t.curveTo(205, 222, 176, 232, 160, 262);
        t.closePath();
        fill(t, fur.body);
        Path2D tip = new Path2D.Double();
        tip.moveTo(226, 206);
        tip.curveTo(236, 235, 228, 255, 219, 267);
        tip.curveTo(208, 252, 200, 240, 194, 227);
        tip.closePath();
        fill(tip, fur.belly);
    }

    /** A dress to the knee, or a shirt over trousers. */
    void clothed(int cloth, int skin, boolean dress) {
        legs(dress ? skin : 0x3F5A8C, dress ? 0xB5323F : 0x5B4636, 24);
        Path2D body = new Path2D.Double();
        body.moveTo(102, 186);
        body.lineTo(154, 186);
        body.curveTo(162, 215, dress ? 176 : 166, 240, dress ? 194 : 168, dress ? 286 : 272);
        body.quadTo(MIDDLE, dress ? 300 : 282, dress ? 62 : 88, dress ? 286 : 272);
        body.curveTo(dress ? 80 : 90, 240, 94, 215, 102, 186);
        body.closePath();
        fill(body, cloth);
        arms(cloth, skin);
    }

    /** A gown down to the ground with a lighter front. */
    void gowned(int cloth, int front, int belt, int skin) {
        Path2D gown = new Path2D.Double();
        gown.moveTo(104, 190);
        gown.lineTo(152, 190);
        gown.curveTo(160, 240, 190, 280, 212, 322);
        gown.quadTo(MIDDLE, 336, 44, 322);
        gown.curveTo(66, 280, 96, 240, 104, 190);
        gown.closePath();
        fill(gown, cloth);
        Path2D panel = new Path2D.Double();
        panel.moveTo(118, 236);
        panel.lineTo(138, 236);
        panel.lineTo(166, 327);
        panel.lineTo(90, 327);
        panel.closePath();
        fill(panel, front);
        fill(new RoundRectangle2D.Double(96, 230, 64, 9, 8, 8), belt);
        arms(cloth, skin);
    }

    /** A cape behind a coat in the same colours from head to foot. */
    void caped(int cape, int coat, int trousers, int boots, int skin) {
        cape(cape);
        suited(coat, trousers, boots, skin);
    }

    private void cape(int cape) {
        Path2D back = new Path2D.Double();
        back.moveTo(96, 190);
        back.lineTo(160, 190);
        back.quadTo(214, 250, 222, 306);
        back.quadTo(MIDDLE, 318, 34, 306);
        back.quadTo(42, 250, 96, 190);
        back.closePath();
        fill(back, cape);
    }

    void suited(int coat, int trousers, int boots, int hands) {
        legs(trousers, boots, 30);
        fill(new RoundRectangle2D.Double(90, 188, 76, 92, 40, 40), coat);
        fill(new RoundRectangle2D.Double(90, 258, 76, 12, 4, 4), 0xFFC83D);
        arms(coat, hands);
    }

    /** What somebody of a calling wears, over a bare neck. */
    void costumed(Costume costume, int skin) {
        if (costume.cape() != 0) {
            cape(costume.cape());
        }
        legs(costume.trousers(), costume.boots(), 30);
        fill(new RoundRectangle2D.Double(88, 184, 80, 98, 40, 40), costume.coat());
        fill(new RoundRectangle2D.Double(106, 196, 44, 84, 16, 16), costume.front());
        fill(new RoundRectangle2D.Double(88, 254, 80, 12, 4, 4), costume.belt());
        arms(costume.coat(), costume.gloves() == 0 ? skin : costume.gloves());
    }

    void metal(int body) {
        legs(0x8D86A8, 0x5E5780, 20);
        arms(0x8D86A8, body);
        fill(new RoundRectangle2D.Double(74, 196, 108, 94, 26, 26), body);
        fill(new RoundRectangle2D.Double(96, 218, 64, 40, 12, 12), 0x00A6ED);
        oval(112, 238, 9, 9, 0xFFD43B);
        oval(144, 238, 9, 9, 0xF8312F);
    }

    private void legs(int leg, int foot, float width) {
        stroke(width, leg);
        int hip = 272;
        g.draw(new Line2D.Double(112, hip, pose.leftFootX, pose.leftFootY - 8));
        g.draw(new Line2D.Double(144, hip, pose.rightFootX, pose.rightFootY - 8));
        oval(pose.leftFootX - 4, pose.leftFootY, 21, 13, foot);
        oval(pose.rightFootX + 4, pose.rightFootY, 21, 13, foot);
    }

    private void arms(int sleeve, int hand) {
        stroke(27, sleeve);
        g.draw(new Line2D.Double(98, 216, pose.leftHandX, pose.leftHandY));
        g.draw(new Line2D.Double(158, 216, pose.rightHandX, pose.rightHandY));
        oval(pose.leftHandX, pose.leftHandY, 15, 15, hand);
        oval(pose.rightHandX, pose.rightHandY, 15, 15, hand);
    }

    private void stroke(float width, int rgb) {
        g.setStroke(new BasicStroke(width, BasicStroke.CAP_ROUND, BasicStroke.JOIN_ROUND));
        g.setColor(new Color(solid ? shade(rgb, -0.06) : rgb));
    }

    void oval(double cx, double cy, double rx, double ry, int rgb) {
        fill(new Ellipse2D.Double(cx - rx, cy - ry, 2 * rx, 2 * ry), rgb);
    }

    /** One colour, or for solid bodies from light on the upper left to shade on the lower right. */
    void fill(Shape shape, int rgb) {
        if (solid) {
            Rectangle2D box = shape.getBounds2D();
            g.setPaint(new GradientPaint((float) box.getX(), (float) box.getY(), new Color(shade(rgb, 0.18)),
                    (float) box.getMaxX(), (float) box.getMaxY(), new Color(shade(rgb, -0.28))));
        } else {
            g.setColor(new Color(rgb));
        }
        g.fill(shape);
    }

    private static int shade(int rgb, double by) {
        Color c = new Color(rgb);
        return Light.mix(c, by > 0 ? Color.WHITE : new Color(0x2A1E4A), Math.abs(by)).getRGB();
    }
}
