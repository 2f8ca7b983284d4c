package dev.storyloom.pretrain.painter;

import static dev.storyloom.pretrain.painter.Pen.fill;
import static dev.storyloom.pretrain.painter.Pen.stroke;

import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.geom.Ellipse2D;
import java.awt.geom.Line2D;
import java.awt.geom.Path2D;
import java.awt.geom.QuadCurve2D;

/** Draws somebody at something: the pose, and what shows the deed around it. */
final class Deeds {
    private final Troupe troupe;
    private final Wardrobe wardrobe;
    private final Water water;
    private final Nap nap;

    Deeds(Troupe troupe) {
        this.troupe = troupe;
        this.water = new Water(troupe);
        this.nap = new Nap(troupe);
        this.wardrobe = troupe.wardrobe();
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
        double h = spot.height();
        double y = spot.ground() - h * lift(action);
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
            case SLEEPING -> nap.draw(g, role, spot);
            case SWIMMING -> water.swimming(g, role, spot);
            case SAILING -> water.sailing(g, role, spot);
            case SITTING -> {
                double left = spot.x() - h * 0.36;
                fill(g, new Ellipse2D.Double(left, spot.ground() - h * 0.12, h * 0.72, h * 0.17), 0xD9605A);
                figure(g, role, Pose.SIT, spot, y);
            }
            case READING -> reading(g, role, spot, hands);
            case COOKING -> cooking(g, role, spot);
            case CYCLING -> {
                figure(g, role, Pose.PEDAL, spot, y - h * 0.16);
                Sprite bicycle = wardrobe.cut("bicycle", null, spot.solid());
                flipped(g, bicycle, spot.x(), spot.ground(), h * 0.56, spot.right());
            }
            case CLIMBING -> {
                Trunk.draw(g, spot);
                figure(g, role, Pose.CHEER, spot, y);
            }
            default -> figure(g, role, Pose.STAND, spot, y);
        }
    }

    private void figure(Graphics2D g, Facts.Role role, Pose pose, Spot spot, double y) {
        troupe.draw(g, role, pose, spot.x(), y, spot.height(), spot.right(), spot.solid());
    }

    private void trail(Graphics2D g, Facts.Role role, Spot spot) {
        double w = troupe.size(role, spot.solid()).width() * spot.height();
        for (int i = 0; i < 3; i++) {
            double r = spot.height() * (0.14 - 0.03 * i);
            double x = spot.x() - spot.ahead() * (w * 0.5 + i * spot.height() * 0.13);
            g.setColor(new Color(250, 244, 230, 225 - 40 * i));
            g.fill(new Ellipse2D.Double(x - r, spot.ground() - r * 1.3, 2 * r, 1.4 * r));
        }
        stroke(g, 1.6f, new Color(255, 255, 255, 200));
        for (int i = 0; i < 3; i++) {
            double x = spot.x() - spot.ahead() * w * 0.52;
            double y = spot.ground() - spot.height() * (0.3 + 0.18 * i);
            g.draw(new Line2D.Double(x, y, x - spot.ahead() * spot.height() * 0.2, y));
        }
    }

    private void springs(Graphics2D g, Spot spot) {
        stroke(g, 1.8f, new Color(255, 255, 255, 220));
        for (int side = -1; side <= 1; side += 2) {
            for (int i = 0; i < 2; i++) {
                double x = spot.x() + side * spot.height() * (0.16 + 0.12 * i);
                double y = spot.ground() - spot.height() * 0.02;
                g.draw(new QuadCurve2D.Double(x, y, x + side * 2, y - spot.height() * 0.08, x + side * 1,
                        y - spot.height() * 0.14));
            }
        }
    }

    private void notes(Graphics2D g, Facts.Role role, Spot spot) {
        Troupe.Size size = troupe.size(role, spot.solid());
        int[] colours = {0xE5484D, 0x9460D8, 0xF2A01E};
        for (int i = 0; i < 3; i++) {
            double x = spot.x() + (i == 1 ? 0.62 : i == 0 ? -0.62 : 0.36) * Math.max(0.8, size.width()) * spot.height();
            double y = spot.ground() - size.height() * spot.height() * (i == 0 ? 0.86 : i == 1 ? 0.72 : 1.06);
            double r = spot.height() * 0.055;
            fill(g, new Ellipse2D.Double(x - r * 1.2, y - r, 2.4 * r, 2 * r), colours[i]);
            stroke(g, (float) Math.max(1.4, r * 0.55), new Color(colours[i]));
            g.draw(new Line2D.Double(x + r, y, x + r, y - r * 4));
            g.draw(new QuadCurve2D.Double(x + r, y - r * 4, x + r * 3, y - r * 3.4, x + r * 2.6, y - r * 2));
        }
    }

    private void wind(Graphics2D g, Facts.Role role, Spot spot) {
        double w = troupe.size(role, spot.solid()).width() * spot.height();
        stroke(g, 2f, new Color(255, 255, 255, 210));
        for (int i = 0; i < 3; i++) {
            double x = spot.x() - spot.ahead() * (w * 0.62 + (i == 1 ? 5 : 0));
            double y = spot.ground() - spot.height() * (0.14 + 0.2 * i);
            g.draw(new QuadCurve2D.Double(x, y, x - spot.ahead() * spot.height() * 0.15, y + 2,
                    x - spot.ahead() * spot.height() * 0.3, y - 1));
        }
    }

    private void reading(Graphics2D g, Facts.Role role, Spot spot, boolean hands) {
        double h = spot.height();
        Sprite book = wardrobe.cut("open-book", null, spot.solid());
        if (hands) {
            figure(g, role, Pose.READ, spot, spot.ground());
            double tall = h * 0.34;
            book.draw(g, spot.x() - tall * book.aspect() / 2, spot.ground() - h * 0.32, tall * book.aspect(), tall);
        } else {
            figure(g, role, Pose.STAND, spot, spot.ground());
            double w = troupe.size(role, spot.solid()).width() * h;
            flipped(g, book, spot.x() + spot.ahead() * (w * 0.5 + h * 0.16), spot.ground() + 2, h * 0.40, spot.right());
        }
    }

    private void cooking(Graphics2D g, Facts.Role role, Spot spot) {
        double h = spot.height();
        figure(g, role, Pose.READ, spot, spot.ground() - h * 0.06);
        troupe.chefHat(g, role, spot.x(), spot.ground() - h * 0.06, h);
        Sprite pot = wardrobe.cut("pot-of-food", null, spot.solid());
        double tall = h * 0.36;
        pot.draw(g, spot.x() - tall * pot.aspect() / 2, spot.ground() - tall, tall * pot.aspect(), tall);
        for (int i = -1; i <= 1; i++) {
            double x = spot.x() + i * h * 0.13;
            double y = spot.ground() + h * 0.02;
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

    /** A drawing that looks left, standing at (x, low). */
    static void flipped(Graphics2D g, Sprite sprite, double x, double low, double h, boolean right) {
        double w = h * sprite.aspect();
        Graphics2D turned = (Graphics2D) g.create();
        turned.translate(x, low);
        turned.scale(right ? -1 : 1, 1);
        sprite.draw(turned, -w / 2, -h, w, h);
        turned.dispose();
    }

}
