package dev.storyloom.pretrain.painter;

import dev.storyloom.pretrain.painter.Facts.Role;
import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.geom.Line2D;
import java.awt.geom.Point2D;

/** Draws somebody with a thing: in the hand, above it on a string, or beside. */
final class Holding {
    private final Troupe troupe;

    Holding(Troupe troupe) {
        this.troupe = troupe;
    }

    /** The drawing of the thing in its colour. */
    Sprite sprite(Facts facts) {
        Tint tint = facts.thing().tint();
        boolean drawn = tint == null || tint == facts.prop().tints().get(0);
        return troupe.wardrobe().cut(facts.prop().art(), drawn ? null : tint, facts.style().solid());
    }

    void draw(Graphics2D g, Brush b, Facts facts, Spot wanted) {
        Role role = facts.cast().get(0);
        Prop prop = facts.prop();
        Troupe.Size size = troupe.size(role, wanted.solid());
        Spot smaller = wanted.scaled(prop.hold() == Prop.Hold.GROUND ? 0.92 : 1);
        double aside = wanted.x() - wanted.ahead() * wanted.height() * 0.22;
        Spot spot = smaller.at(Staging.inside(aside, size.width() * smaller.height() * 0.5));
        double h = spot.height();
        Shade.under(b, spot.x(), spot.ground(), size.width() * h * 0.55, 1);
        Shade.moonlight(b, spot, size.height() * h);
        boolean hands = role.subject().build().hands();
        boolean inHand = hands && prop.hold() != Prop.Hold.GROUND;
        // Who has hands holds on the side of the thing with the hand that is on the right of an unturned body.
        boolean turned = hands ? !spot.right() : spot.right();
        troupe.draw(g, role, inHand ? Pose.HOLD : Pose.STAND, spot.x(), spot.ground(), h, turned, spot.solid());
        thing(g, b, facts, spot, size, hand(role, spot, size));
    }

    /** Where the hand is, or the mouth. */
    private static Point2D hand(Role role, Spot spot, Troupe.Size size) {
        double h = spot.height();
        double stature = role.subject().stature();
        return role.subject().build().hands()
                ? new Point2D.Double(spot.x() + spot.ahead() * h * stature * 0.27, spot.ground() - h * stature * 0.29)
                : new Point2D.Double(spot.x() + spot.ahead() * size.width() * h * 0.42,
                        spot.ground() - size.height() * h * 0.42);
    }

    private void thing(Graphics2D g, Brush b, Facts facts, Spot spot, Troupe.Size size, Point2D hand) {
        Prop prop = facts.prop();
        Sprite thing = sprite(facts);
        double h = spot.height();
        int ahead = spot.ahead();
        double side = h * prop.size() * (facts.view() == View.WIDE ? 1.1 : 1);
        double tall = thing.aspect() > 1 ? side / thing.aspect() : side;
        double broad = tall * thing.aspect();
        double half = broad / 2;
        boolean hands = facts.cast().get(0).subject().build().hands();
        double x;
        double low;
        if (prop.hold() == Prop.Hold.ABOVE) {
            boolean umbrella = prop == Prop.UMBRELLA;
            x = Staging.inside(hand.getX() + ahead * broad * (umbrella ? 0.18 : 0.36), half);
            low = umbrella ? hand.getY() + h * 0.06 : Math.max(tall + 3, hand.getY() - h * 0.22);
            if (!umbrella) {
                g.setColor(new Color(b.night() ? 0xC9D3F2 : 0x6B5A4A));
                g.setStroke(new BasicStroke(1.3f));
                g.draw(new Line2D.Double(hand.getX(), hand.getY(), x, low - tall * 0.1));
            }
        } else if (prop.hold() == Prop.Hold.HAND && hands) {
            x = Staging.inside(hand.getX() + ahead * broad * 0.24, half);
            low = hand.getY() + tall * 0.42;
        } else {
            double apart = prop.hold() == Prop.Hold.GROUND ? 0.40 : 0.36;
            x = Staging.inside(spot.x() + ahead * (size.width() * h * 0.5 + broad * apart), half);
            low = spot.ground() + 2;
            Shade.under(b, x, low, broad * (prop.hold() == Prop.Hold.GROUND ? 0.5 : 0.45), 1);
        }
        if (prop.shines() && b.night()) {
            b.glow(x, low - tall / 2, h * 0.42, new Color(255, 220, 130), 190);
        }
        Deeds.flipped(g, thing, x, low, tall, spot.right());
    }
}
