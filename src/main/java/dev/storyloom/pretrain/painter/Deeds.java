package dev.storyloom.pretrain.painter;

import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.Shape;
import java.awt.geom.AffineTransform;
import java.awt.geom.Ellipse2D;
import java.awt.geom.Line2D;
import java.awt.geom.Path2D;
import java.awt.geom.QuadCurve2D;
import java.awt.geom.Rectangle2D;
import java.awt.geom.RoundRectangle2D;

/** Draws somebody at something: the pose, and what shows the deed around it. */
final class Deeds {
    private static final Color SPRAY = new Color(240, 250, 255, 215);

    private final Troupe troupe;
    private final Wardrobe wardrobe;

    Deeds(Troupe troupe) {
        this.troupe = troupe;
        this.wardrobe = troupe.wardrobe();
    }

    /**
     * Somebody of whom a deed is drawn.
     *
     * @param x middle; @param ground where the feet would stand; @param height of a child in pixels
     */
    record Spot(double x, double ground, double height, boolean right, boolean solid) {
        int ahead() {
            return right ? 1 : -1;
        }
    }

    /** How far above the ground the deed lifts, in heights. */
    static double lift(Action action) {
        return switch (action) {
            case JUMPING -> 0.27;
            case RUNNING -> 0.04;
            case CLIMBING -> 0.30;
            default -> 0;
        };
    }

    void draw(Graphics2D g, Facts.Role role, Action action, Spot spot) {
        double h = spot.height;
        double y = spot.ground - h * lift(action);
        boolean hands = role.subject().build().hands();
        switch (action) {
            case RUNNING -> {
                trail(g, role, spot);
                figure(g, role, Pose.RUN, spot, y);
            }
            case JUMPING -> {
                figure(g, role, Pose.JUMP, spot, y);
                springs(g, spot);
            }
            case DANCING -> {
                figure(g, role, Pose.DANCE, spot, y);
                notes(g, role, spot);
            }
            case FLYING -> {
                wind(g, role, spot);
                figure(g, role, Pose.FLY, spot, y);
            }
            case SLEEPING -> sleeping(g, role, spot, hands);
            case SWIMMING -> swimming(g, role, spot);
            case SAILING -> sailing(g, role, spot);
            case SITTING -> {
                fill(g, new Ellipse2D.Double(spot.x - h * 0.36, spot.ground - h * 0.12, h * 0.72, h * 0.17), 0xD9605A);
                figure(g, role, Pose.SIT, spot, y);
            }
            case READING -> reading(g, role, spot, hands);
            case COOKING -> cooking(g, role, spot);
            case CYCLING -> {
                figure(g, role, Pose.PEDAL, spot, y - h * 0.16);
                Sprite bicycle = wardrobe.cut("bicycle", null, spot.solid);
                flipped(g, bicycle, spot.x, spot.ground, h * 0.56, spot.right);
            }
            case CLIMBING -> {
                trunk(g, spot);
                figure(g, role, Pose.CHEER, spot, y);
            }
            default -> figure(g, role, Pose.STAND, spot, y);
        }
    }

    private void figure(Graphics2D g, Facts.Role role, Pose pose, Spot spot, double y) {
        troupe.draw(g, role, pose, spot.x, y, spot.height, spot.right, spot.solid);
    }

    private void trail(Graphics2D g, Facts.Role role, Spot spot) {
        double w = troupe.size(role, spot.solid).width() * spot.height;
        for (int i = 0; i < 3; i++) {
            double r = spot.height * (0.14 - 0.03 * i);
            double x = spot.x - spot.ahead() * (w * 0.5 + i * spot.height * 0.13);
            g.setColor(new Color(250, 244, 230, 225 - 40 * i));
            g.fill(new Ellipse2D.Double(x - r, spot.ground - r * 1.3, 2 * r, 1.4 * r));
        }
        stroke(g, 1.6f, new Color(255, 255, 255, 200));
        for (int i = 0; i < 3; i++) {
            double x = spot.x - spot.ahead() * w * 0.52;
            double y = spot.ground - spot.height * (0.3 + 0.18 * i);
            g.draw(new Line2D.Double(x, y, x - spot.ahead() * spot.height * 0.2, y));
        }
    }

    private void springs(Graphics2D g, Spot spot) {
        stroke(g, 1.8f, new Color(255, 255, 255, 220));
        for (int side = -1; side <= 1; side += 2) {
            for (int i = 0; i < 2; i++) {
                double x = spot.x + side * spot.height * (0.16 + 0.12 * i);
                double y = spot.ground - spot.height * 0.02;
                g.draw(new QuadCurve2D.Double(x, y, x + side * 2, y - spot.height * 0.08, x + side * 1,
                        y - spot.height * 0.14));
            }
        }
    }

    private void notes(Graphics2D g, Facts.Role role, Spot spot) {
        Troupe.Size size = troupe.size(role, spot.solid);
        int[] colours = {0xE5484D, 0x9460D8, 0xF2A01E};
        for (int i = 0; i < 3; i++) {
            double x = spot.x + (i == 1 ? 0.62 : i == 0 ? -0.62 : 0.36) * Math.max(0.8, size.width()) * spot.height;
            double y = spot.ground - size.height() * spot.height * (i == 0 ? 0.86 : i == 1 ? 0.72 : 1.06);
            double r = spot.height * 0.055;
            fill(g, new Ellipse2D.Double(x - r * 1.2, y - r, 2.4 * r, 2 * r), colours[i]);
            stroke(g, (float) Math.max(1.4, r * 0.55), new Color(colours[i]));
            g.draw(new Line2D.Double(x + r, y, x + r, y - r * 4));
            g.draw(new QuadCurve2D.Double(x + r, y - r * 4, x + r * 3, y - r * 3.4, x + r * 2.6, y - r * 2));
        }
    }

    private void wind(Graphics2D g, Facts.Role role, Spot spot) {
        double w = troupe.size(role, spot.solid).width() * spot.height;
        stroke(g, 2f, new Color(255, 255, 255, 210));
        for (int i = 0; i < 3; i++) {
            double x = spot.x - spot.ahead() * (w * 0.62 + (i == 1 ? 5 : 0));
            double y = spot.ground - spot.height * (0.14 + 0.2 * i);
            g.draw(new QuadCurve2D.Double(x, y, x - spot.ahead() * spot.height * 0.15, y + 2,
                    x - spot.ahead() * spot.height * 0.3, y - 1));
        }
    }

    private void sleeping(Graphics2D g, Facts.Role role, Spot spot, boolean hands) {
        double h = spot.height;
        double x = spot.x;
        double low = spot.ground;
        int quilt = Tint.values()[role.subject().ordinal() % 7].rgb;
        fill(g, new RoundRectangle2D.Double(x - h * 0.66, low - h * 0.16, h * 1.32, h * 0.2, h * 0.2, h * 0.2), 0xFFF4E2);
        double headX = x + spot.ahead() * h * 0.40;
        fill(g, new Ellipse2D.Double(headX - h * 0.30, low - h * 0.34, h * 0.60, h * 0.28), 0xFFFFFF);
        if (hands) {
            Graphics2D lying = (Graphics2D) g.create();
            lying.rotate(Math.toRadians(spot.right ? 78 : -78), x - spot.ahead() * h * 0.5, low - h * 0.22);
            troupe.draw(lying, role, Pose.STAND, x - spot.ahead() * h * 0.5, low - h * 0.22, h * 0.94, spot.right,
                    spot.solid);
            lying.dispose();
        } else {
            Graphics2D flat = (Graphics2D) g.create();
            flat.transform(new AffineTransform(1, 0, 0, 0.78, 0, (low - h * 0.04) * 0.22));
            troupe.draw(flat, role, Pose.STAND, x + spot.ahead() * h * 0.06, low - h * 0.04, h, spot.right, spot.solid);
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

    private void swimming(Graphics2D g, Facts.Role role, Spot spot) {
        double h = spot.height;
        double w = Math.max(0.7, troupe.size(role, spot.solid).width()) * h;
        double tall = troupe.size(role, spot.solid).height();
        double deep = role.subject().build().hands() ? 0.40 : (role.subject().build() == Build.SWIMMER ? 0.22 : 0.36) * tall;
        Shape clip = g.getClip();
        g.clip(new Rectangle2D.Double(-50, -50, 300, spot.ground + 50));
        troupe.draw(g, role, Pose.CHEER, spot.x, spot.ground + h * deep, h, spot.right, spot.solid);
        g.setClip(clip);
        for (int i = 0; i < 3; i++) {
            stroke(g, 2.2f - 0.5f * i, new Color(240, 250, 255, 230 - 50 * i));
            g.draw(new Ellipse2D.Double(spot.x - w * (0.50 + 0.14 * i), spot.ground - h * 0.05 * (1 + i),
                    w * (1 + 0.28 * i), h * 0.10 * (1 + i)));
        }
        for (int side = -1; side <= 1; side += 2) {
            for (int i = 0; i < 4; i++) {
                double r = h * (0.035 - 0.005 * i);
                double x = spot.x + side * w * (0.50 + 0.055 * i);
                double y = spot.ground - h * (0.06 + 0.10 * (i % 2) + 0.05 * i);
                g.setColor(SPRAY);
                g.fill(new Ellipse2D.Double(x - r, y - r, 2 * r, 2 * r));
            }
        }
    }

    private void sailing(Graphics2D g, Facts.Role role, Spot spot) {
        double h = spot.height;
        double x = spot.x;
        double y = spot.ground;
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
        troupe.draw(g, role, Pose.CHEER, x + ahead * h * 0.06, y + h * 0.14, h * 0.92, spot.right, spot.solid);
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

    private void reading(Graphics2D g, Facts.Role role, Spot spot, boolean hands) {
        double h = spot.height;
        Sprite book = wardrobe.cut("open-book", null, spot.solid);
        if (hands) {
            figure(g, role, Pose.READ, spot, spot.ground);
            double tall = h * 0.34;
            book.draw(g, spot.x - tall * book.aspect() / 2, spot.ground - h * 0.32, tall * book.aspect(), tall);
        } else {
            figure(g, role, Pose.STAND, spot, spot.ground);
            double w = troupe.size(role, spot.solid).width() * h;
            flipped(g, book, spot.x + spot.ahead() * (w * 0.5 + h * 0.16), spot.ground + 2, h * 0.40, spot.right);
        }
    }

    private void cooking(Graphics2D g, Facts.Role role, Spot spot) {
        double h = spot.height;
        figure(g, role, Pose.READ, spot, spot.ground - h * 0.06);
        troupe.chefHat(g, role, spot.x, spot.ground - h * 0.06, h);
        Sprite pot = wardrobe.cut("pot-of-food", null, spot.solid);
        double tall = h * 0.36;
        pot.draw(g, spot.x - tall * pot.aspect() / 2, spot.ground - tall, tall * pot.aspect(), tall);
        for (int i = -1; i <= 1; i++) {
            double x = spot.x + i * h * 0.13;
            double y = spot.ground + h * 0.02;
            fill(g, flame(x, y, h * 0.08), 0xFF9A2E);
            fill(g, flame(x, y, h * 0.045), 0xFFE066);
        }
    }

    private static Path2D flame(double x, double y, double r) {
        Path2D flame = new Path2D.Double();
        flame.moveTo(x - r * 0.7, y);
        flame.quadTo(x - r * 0.7, y - r * 0.9, x, y - r * 1.8);
        flame.quadTo(x + r * 0.7, y - r * 0.9, x + r * 0.7, y);
        flame.closePath();
        return flame;
    }

    private static void trunk(Graphics2D g, Spot spot) {
        double h = spot.height;
        double x = spot.x + spot.ahead() * h * 0.06;
        double y = spot.ground + 2;
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

    /** A drawing that looks left, standing at (x, low). */
    static void flipped(Graphics2D g, Sprite sprite, double x, double low, double h, boolean right) {
        double w = h * sprite.aspect();
        Graphics2D turned = (Graphics2D) g.create();
        turned.translate(x, low);
        turned.scale(right ? -1 : 1, 1);
        sprite.draw(turned, -w / 2, -h, w, h);
        turned.dispose();
    }

    private static void stroke(Graphics2D g, float width, Color colour) {
        g.setStroke(new BasicStroke(width, BasicStroke.CAP_ROUND, BasicStroke.JOIN_ROUND));
        g.setColor(colour);
    }

    private static void fill(Graphics2D g, Shape shape, int rgb) {
        g.setColor(new Color(rgb));
        g.fill(shape);
    }
}
