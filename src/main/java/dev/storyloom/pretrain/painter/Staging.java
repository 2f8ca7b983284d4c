package dev.storyloom.pretrain.painter;

import dev.storyloom.pretrain.painter.Facts.Role;
import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.geom.Ellipse2D;

/** Decides where everybody stands and how large, and puts them there with their shadows and things. */
final class Staging {
    private static final int SIZE = Brush.SIZE;
    /** Somebody, for the place of a thing that is alone. */
    private static final Role NOBODY = new Role(Subject.CAT, null, null, 0);

    private final Troupe troupe;
    private final Deeds deeds;
    private final Holding holding;

    Staging(Wardrobe wardrobe) {
        this.troupe = new Troupe(wardrobe);
        this.deeds = new Deeds(troupe);
        this.holding = new Holding(troupe);
    }

    static boolean onWater(Action action) {
        return action == Action.SWIMMING || action == Action.SAILING;
    }

    /** Everybody of a drawn picture onto {@code layer}, shadows under it; returns where the ground is. */
    double cast(Brush b, Layer layer, Facts facts) {
        boolean solid = facts.style().solid();
        if (facts.cast().size() < 2) {
            Spot spot = spot(facts, b);
            if (facts.thing() != null) {
                holding.draw(layer.g, b, facts, spot);
            } else {
                put(b, layer, facts, facts.cast().get(0), spot);
            }
            return spot.ground();
        }
        double shift = b.between(-4, 4);
        double height = b.between(58, 66);
        double ground = b.between(110, 118);
        for (int i = 0; i < 2; i++) {
            double nearer = i == 0 ? 0 : b.between(-4, 4);
            put(b, layer, facts, facts.cast().get(i),
                    new Spot((i == 0 ? 37 : 91) + shift, ground + nearer, height + nearer, i == 0, solid));
        }
        return ground;
    }

    /** What a photo shows. */
    void toys(Brush b, Layer toys, Facts facts) {
        Spot spot = spot(facts, b);
        if (facts.cast().isEmpty()) {
            Sprite thing = holding.sprite(facts);
            double tall = Math.min(b.between(64, 92), 104 / thing.aspect());
            Deeds.flipped(toys.g, thing, spot.x(), spot.ground(), tall, spot.right());
        } else if (facts.thing() != null) {
            holding.draw(toys.g, b, facts, spot);
        } else {
            Role role = facts.cast().get(0);
            Shade.under(b, spot.x(), spot.ground(), troupe.size(role, true).width() * spot.height() * 0.5, 0.7);
            deeds.draw(toys.g, role, facts.action(), spot);
        }
    }

    private Spot spot(Facts facts, Brush b) {
        Role role = facts.cast().isEmpty() ? NOBODY : facts.cast().get(0);
        boolean solid = facts.style().solid();
        boolean hands = role.subject().build().hands();
        Troupe.Size size = troupe.size(role, solid);
        boolean right = b.random.nextBoolean();
        double height = height(facts, hands, size, b);
        double x = 64 + b.between(-18, 18) * (facts.view() == View.MEDIUM ? 1 : facts.view() == View.WIDE ? 1.8 : 0.4);
        if (facts.view() != View.CLOSE_UP) {
            x = inside(x, Math.min(62, height * size.width() * 0.54));
        }
        double ground = switch (facts.view()) {
            case CLOSE_UP -> hands ? b.between(12, 20) + height * role.subject().stature() : b.between(126, 134);
            case MEDIUM -> b.between(112, 121);
            case WIDE -> b.between(100, 110);
        };
        if (facts.view() == View.CLOSE_UP && !hands) {
            // Its face is at its front end.
            x += (right ? -1 : 1) * size.width() * height * 0.12;
        }
        boolean floats = facts.place() == Place.SEA && facts.action() == Action.SWIMMING;
        if (facts.action() == Action.FLYING || floats) {
            double low = Math.max(size.height() * height + 8, 50);
            ground = b.between(low, Math.max(low + 1, floats ? 98 : 82));
        } else if (onWater(facts.action()) && facts.place().water()) {
            ground = facts.view() == View.WIDE ? b.between(88, 98) : b.between(98, 108);
        }
        return new Spot(x, ground, height, right, solid);
    }

    /** Height of a child, so that nobody is cut by the upper edge, nor broader than the picture, but in a close-up. */
    private static double height(Facts facts, boolean hands, Troupe.Size size, Brush b) {
        double height = switch (facts.view()) {
            case CLOSE_UP -> hands ? b.between(128, 150) : b.between(104, 116) / Math.max(0.75, size.height());
            case MEDIUM -> b.between(68, 84);
            case WIDE -> b.between(38, 46);
        };
        height *= switch (facts.action()) {
            case SAILING, CLIMBING, COOKING -> 0.86;
            case CYCLING -> 0.92;
            default -> 1;
        };
        return facts.view() == View.CLOSE_UP ? height
                : Math.min(height, Math.min(106 / size.height(), 112 / size.width()));
    }

    /** Somebody with the shadow that ties them to the ground. */
    private void put(Brush b, Layer layer, Facts facts, Role role, Spot spot) {
        Action action = facts.action();
        boolean afloat = facts.place().water() && onWater(action);
        boolean aloft = action == Action.FLYING || action == Action.SWIMMING;
        double w = troupe.size(role, spot.solid()).width() * spot.height();
        if (!afloat) {
            double low = aloft ? 120 : spot.ground();
            double up = aloft ? 0.45 : 1 - Deeds.lift(action);
            double broad = w * 0.55 * up * (action == Action.SLEEPING ? 1.4 : 1);
            Shade.under(b, spot.x(), low, broad, 0.5 + 0.5 * up);
        }
        Shade.moonlight(b, spot, troupe.size(role, spot.solid()).height() * spot.height());
        if (action == Action.SWIMMING && !afloat) {
            Pose pose = role.subject().build() == Build.SWIMMER ? Pose.STAND : Pose.FLY;
            troupe.draw(layer.g, role, pose, spot.x(), spot.ground(), spot.height(), spot.right(), spot.solid());
            bubbles(layer.g, b, spot);
        } else {
            deeds.draw(layer.g, role, action, spot);
        }
    }

    private static void bubbles(Graphics2D g, Brush b, Spot spot) {
        for (int i = 0; i < 6; i++) {
            double r = b.between(1.4, 3.6);
            double x = spot.x() + spot.ahead() * spot.height() * 0.35 + b.between(-6, 8);
            double y = spot.ground() - spot.height() * 0.9 - i * 5;
            g.setColor(new Color(235, 250, 255, 200));
            g.setStroke(new BasicStroke(1.2f));
            g.draw(new Ellipse2D.Double(x - r, y - r, 2 * r, 2 * r));
        }
    }

    /** The nearest x where something of that half width is not cut. */
    static double inside(double x, double half) {
        return Math.max(half + 1, Math.min(SIZE - half - 1, x));
    }
}
