package dev.storyloom.pretrain.painter;

import dev.storyloom.pretrain.painter.Facts.Role;
import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.RadialGradientPaint;
import java.awt.geom.AffineTransform;
import java.awt.geom.Ellipse2D;
import java.awt.geom.Line2D;
import java.awt.geom.Point2D;
import java.awt.image.BufferedImage;
import java.util.random.RandomGenerator;

/**
 * Draws the pictures that the bundled model learns from: one or two subjects at something in a place at a time of day,
 * often with a thing, in one of several styles, under a caption. The same state of the random generator gives the same
 * picture. Not for several threads at once.
 */
public final class ScenePainter {
    private static final int SIZE = Brush.SIZE;
    /** Somebody, for pictures of a thing alone. */
    private static final Role NOBODY = new Role(Subject.CAT, null, null, 0);

    private final Wardrobe wardrobe;
    private final Troupe troupe;
    private final Deeds deeds;

    public ScenePainter(ArtLibrary art) {
        this.wardrobe = new Wardrobe(art);
        this.troupe = new Troupe(wardrobe);
        this.deeds = new Deeds(troupe);
    }

    /** A random picture for training; no combination that is {@linkplain Facts#heldOut held out}. */
    public PaintedScene paint(RandomGenerator random) {
        return paint(Director.facts(false, random), random);
    }

    /** A random picture of a held-out combination, for evaluation. */
    public PaintedScene heldOut(RandomGenerator random) {
        return paint(Director.facts(true, random), random);
    }

    /** Facts of a held-out combination with a caption, without painting it. */
    public static PaintedScene heldOutPrompt(RandomGenerator random) {
        return captioned(null, Director.facts(true, random), random);
    }

    /** A random photo-like picture for training. */
    public PaintedScene photoLike(RandomGenerator random) {
        Facts facts = Director.facts(false, random);
        while (facts.style() != Style.PHOTO) {
            facts = Director.facts(false, random);
        }
        return paint(facts, random);
    }

    /** A picture of these facts in a layout of the generator's choice. */
    public PaintedScene paint(Facts facts, RandomGenerator random) {
        BufferedImage image = new BufferedImage(SIZE, SIZE, BufferedImage.TYPE_INT_RGB);
        if (facts.style() == Style.PHOTO) {
            photograph(image, facts, random);
        } else {
            draw(image, facts, random);
        }
        return captioned(image, facts, random);
    }

    private static PaintedScene captioned(BufferedImage image, Facts facts, RandomGenerator random) {
        var caption = CaptionGrammar.caption(facts, random);
        return new PaintedScene(image, caption.content(), caption.whole(), facts);
    }

    private void draw(BufferedImage image, Facts facts, RandomGenerator random) {
        Light light = Light.of(facts.time());
        boolean solid = facts.style().solid();
        Brush b = new Brush(image, light, facts.weather(), solid, random);
        AffineTransform before = b.g.getTransform();
        if (facts.view() == View.CLOSE_UP) {
            b.g.translate(64, 84);
            b.g.scale(1.3, 1.3);
            b.g.translate(-64 + b.between(-10, 10), -84);
        }
        Backdrop.paint(facts.place(), b, wardrobe, solid);
        b.g.setTransform(before);
        Veil.far(b);
        if (facts.view() == View.CLOSE_UP || solid && facts.subject() != null) {
            Planes.put(Planes.blurred(Planes.of(image), 1), image);
        }
        float[] figures = new float[SIZE * SIZE];
        if (!facts.cast().isEmpty()) {
            figures = cast(image, b, facts);
        }
        b.done();
        Brush near = new Brush(image, light, facts.weather(), false, random);
        Veil.draw(near);
        near.done();
        StyleFilter.apply(facts.style(), image, figures, random);
    }

    /** Puts everybody into the picture and returns where they are. */
    private float[] cast(BufferedImage image, Brush b, Facts facts) {
        Layer layer = new Layer();
        boolean solid = facts.style().solid();
        double ground;
        boolean afloat = facts.place().water()
                && (facts.action() == Action.SWIMMING || facts.action() == Action.SAILING);
        if (afloat) {
            Worlds.openWater(b, facts.place() == Place.BEACH ? 58 : 70);
        }
        if (facts.cast().size() == 2) {
            double shift = b.between(-4, 4);
            double height = b.between(58, 66);
            ground = b.between(110, 118);
            for (int i = 0; i < 2; i++) {
                double nearer = i == 0 ? 0 : b.between(-4, 4);
                put(image, b, layer, facts, facts.cast().get(i), new Deeds.Spot((i == 0 ? 37 : 91) + shift,
                        ground + nearer, height + nearer, i == 0, solid));
            }
        } else {
            Deeds.Spot spot = spot(facts, afloat, b);
            ground = spot.ground();
            if (facts.thing() != null) {
                withThing(image, b, layer, facts, spot);
            } else {
                put(image, b, layer, facts, facts.cast().get(0), spot);
            }
        }
        layer.done();
        layer.light(b.light, b.sunLeft, facts.style() == Style.SOFT_3D ? 0.30 : 0.16);
        b.g.drawImage(layer.image, 0, 0, null);
        if (!afloat && facts.view() != View.CLOSE_UP) {
            Backdrop.foreground(facts.place(), b, ground);
        }
        return layer.mask();
    }

    private Deeds.Spot spot(Facts facts, boolean afloat, Brush b) {
        Role role = facts.cast().isEmpty() ? NOBODY : facts.cast().get(0);
        boolean solid = facts.style().solid();
        Troupe.Size size = troupe.size(role, solid);
        boolean right = b.random.nextBoolean();
        double height = switch (facts.view()) {
            case CLOSE_UP -> role.subject().build().hands() ? b.between(128, 150) : b.between(104, 116) / Math.max(0.75, size.height());
            case MEDIUM -> b.between(68, 84);
            case WIDE -> b.between(38, 46);
        };
        if (facts.action() == Action.SAILING || facts.action() == Action.CLIMBING || facts.action() == Action.COOKING) {
            height *= 0.86;
        } else if (facts.action() == Action.CYCLING) {
            height *= 0.92;
        }
        // Nobody is cut by the upper edge, nor broader than the picture.
        height = facts.view() == View.CLOSE_UP ? height
                : Math.min(height, Math.min(106 / size.height(), 112 / size.width()));
        double x = 64 + b.between(-18, 18) * (facts.view() == View.MEDIUM ? 1 : facts.view() == View.WIDE ? 1.8 : 0.4);
        if (facts.view() != View.CLOSE_UP) {
            x = inside(x, Math.min(62, height * size.width() * 0.54));
        }
        double ground = switch (facts.view()) {
            case CLOSE_UP -> role.subject().build().hands() ? b.between(12, 20) + height * role.subject().stature()
                    : b.between(126, 134);
            case MEDIUM -> b.between(112, 121);
            case WIDE -> b.between(100, 110);
        };
        if (facts.view() == View.CLOSE_UP && !role.subject().build().hands()) {
            x += (right ? -1 : 1) * size.width() * height * 0.12;
        }
        boolean floats = facts.place() == Place.SEA && facts.action() == Action.SWIMMING;
        if (facts.action() == Action.FLYING || floats) {
            double low = Math.max(size.height() * height + 8, 50);
            ground = b.between(low, Math.max(low + 1, floats ? 98 : 82));
        } else if (afloat) {
            ground = facts.view() == View.WIDE ? b.between(88, 98) : b.between(98, 108);
        }
        return new Deeds.Spot(x, ground, height, right, solid);
    }

    /** Somebody with the shadow that ties them to the ground. */
    private void put(BufferedImage image, Brush b, Layer layer, Facts facts, Role role, Deeds.Spot spot) {
        Action action = facts.action();
        boolean afloat = facts.place().water() && (action == Action.SWIMMING || action == Action.SAILING);
        boolean aloft = action == Action.FLYING || action == Action.SWIMMING;
        double w = troupe.size(role, spot.solid()).width() * spot.height();
        if (!afloat) {
            double low = aloft ? 120 : spot.ground();
            double up = aloft ? 0.45 : 1 - Deeds.lift(action);
            shadow(b, spot.x(), low, w * 0.55 * up * (action == Action.SLEEPING ? 1.4 : 1), 0.5 + 0.5 * up);
        }
        moonlight(b, role, spot);
        if (aloft && !afloat) {
            if (action == Action.SWIMMING) {
                troupe.draw(layer.g, role, role.subject().build() == Build.SWIMMER ? Pose.STAND : Pose.FLY, spot.x(),
                        spot.ground(), spot.height(), spot.right(), spot.solid());
                bubbles(layer.g, b, spot);
                return;
            }
        }
        deeds.draw(layer.g, role, action, spot);
    }

    private static void bubbles(Graphics2D g, Brush b, Deeds.Spot spot) {
        for (int i = 0; i < 6; i++) {
            double r = b.between(1.4, 3.6);
            double x = spot.x() + spot.ahead() * spot.height() * 0.35 + b.between(-6, 8);
            double y = spot.ground() - spot.height() * 0.9 - i * 5;
            g.setColor(new Color(235, 250, 255, 200));
            g.setStroke(new BasicStroke(1.2f));
            g.draw(new Ellipse2D.Double(x - r, y - r, 2 * r, 2 * r));
        }
    }

    /** At night a light haze behind lifts whoever it is off the dark. */
    private void moonlight(Brush b, Role role, Deeds.Spot spot) {
        if (b.light == Light.NIGHT) {
            double h = troupe.size(role, spot.solid()).height() * spot.height();
            b.glow(spot.x(), spot.ground() - h * 0.5, h * 0.75, new Color(0xC4D4FF), 80);
        }
    }

    private static void shadow(Brush b, double x, double y, double rx, double strength) {
        double side = rx * 0.22 * (b.sunLeft ? 1 : -1);
        float r = (float) (rx * 1.15);
        b.g.setPaint(new RadialGradientPaint(new Point2D.Double(x + side, y / 0.24), r, new Point2D.Double(x + side, y / 0.24),
                new float[] {0, 0.55f, 1}, new Color[] {new Color(16, 18, 46, (int) (150 * strength)),
                    new Color(16, 18, 46, (int) (105 * strength)), new Color(16, 18, 46, 0)},
                java.awt.MultipleGradientPaint.CycleMethod.NO_CYCLE, java.awt.MultipleGradientPaint.ColorSpaceType.SRGB,
                AffineTransform.getScaleInstance(1, 0.24)));
        b.g.fill(new Ellipse2D.Double(x + side - r, y - r * 0.24, 2 * r, r * 0.48));
    }

    private void withThing(BufferedImage image, Brush b, Layer layer, Facts facts, Deeds.Spot spot) {
        Role role = facts.cast().get(0);
        double scale = facts.prop().hold() == Prop.Hold.GROUND ? 0.92 : 1;
        Deeds.Spot aside = new Deeds.Spot(spot.x() + (spot.right() ? -1 : 1) * spot.height() * 0.22, spot.ground(),
                spot.height() * scale, spot.right(), spot.solid());
        aside = new Deeds.Spot(inside(aside.x(), troupe.size(role, spot.solid()).width() * aside.height() * 0.5),
                aside.ground(), aside.height(), aside.right(), aside.solid());
        shadow(b, aside.x(), aside.ground(), troupe.size(role, spot.solid()).width() * aside.height() * 0.55, 1);
        moonlight(b, role, aside);
        held(layer.g, b, facts, role, aside);
    }

    private static double inside(double x, double half) {
        return Math.max(half + 1, Math.min(SIZE - half - 1, x));
    }

    private void held(Graphics2D g, Brush b, Facts facts, Role role, Deeds.Spot spot) {
        boolean hands = role.subject().build().hands();
        Troupe.Size size = troupe.size(role, spot.solid());
        double h = spot.height();
        int ahead = spot.ahead();
        Prop prop = facts.prop();
        Sprite thing = wardrobe.cut(prop.art(), tint(facts), spot.solid());
        double side = h * prop.size() * (facts.view() == View.WIDE ? 1.1 : 1);
        double tall = thing.aspect() > 1 ? side / thing.aspect() : side;
        double broad = tall * thing.aspect();
        // Puppets hold with the hand that is on the side of the thing: they are drawn turned the other way.
        troupe.draw(g, role, hands && prop.hold() != Prop.Hold.GROUND ? Pose.HOLD : Pose.STAND, spot.x(), spot.ground(), h,
                hands != spot.right(), spot.solid());
        double handX = spot.x() + ahead * h * role.subject().stature() * 0.27;
        double handY = spot.ground() - h * role.subject().stature() * (hands ? 0.29 : 0.3);
        if (!hands) {
            handX = spot.x() + ahead * size.width() * h * 0.42;
            handY = spot.ground() - size.height() * h * 0.42;
        }
        double x;
        double low;
        switch (prop.hold()) {
            case GROUND -> {
                x = inside(spot.x() + ahead * (size.width() * h * 0.5 + broad * 0.40), broad / 2);
                low = spot.ground() + 2;
                shadow(b, x, low, broad * 0.5, 1);
            }
            case HAND -> {
                x = inside(handX + ahead * broad * 0.24, broad / 2);
                low = hands ? handY + tall * 0.42 : spot.ground() + 2;
                x = hands ? x : inside(spot.x() + ahead * (size.width() * h * 0.5 + broad * 0.36), broad / 2);
                if (!hands) {
                    shadow(b, x, low, broad * 0.45, 1);
                }
            }
            default -> {
                x = inside(handX + ahead * broad * (prop == Prop.UMBRELLA ? 0.18 : 0.36), broad / 2);
                low = prop == Prop.UMBRELLA ? handY + h * 0.06 : Math.max(tall + 3, handY - h * 0.22);
                if (prop != Prop.UMBRELLA) {
                    g.setColor(new Color(b.night() ? 0xC9D3F2 : 0x6B5A4A));
                    g.setStroke(new BasicStroke(1.3f));
                    g.draw(new Line2D.Double(handX, handY, x, low - tall * 0.1));
                }
            }
        }
        if (prop.shines() && b.night()) {
            b.glow(x, low - tall / 2, h * 0.42, new Color(255, 220, 130), 190);
        }
        Deeds.flipped(g, thing, x, low, tall, spot.right());
    }

    private static Tint tint(Facts facts) {
        Tint tint = facts.thing().tint();
        return tint == null || tint == facts.prop().tints().get(0) ? null : tint;
    }

    private void photograph(BufferedImage image, Facts facts, RandomGenerator random) {
        Light light = facts.time() == null ? Light.DAY : Light.of(facts.time());
        Brush b = new Brush(image, light, Weather.CLEAR, false, random);
        if (facts.surface() == null) {
            Backdrop.paint(facts.place(), b, wardrobe, true);
        } else {
            Tabletop.paint(facts.surface(), b);
        }
        Layer toys = new Layer();
        toys.g.transform(PhotoLook.hand(random));
        Deeds.Spot spot = spot(facts, false, b);
        if (facts.cast().isEmpty()) {
            Sprite thing = wardrobe.cut(facts.prop().art(), tint(facts), true);
            double tall = Math.min(b.between(64, 92), 104 / thing.aspect());
            Deeds.flipped(toys.g, thing, spot.x(), spot.ground(), tall, spot.right());
        } else if (facts.thing() != null) {
            withThing(image, b, toys, facts, spot);
        } else {
            shadow(b, spot.x(), spot.ground(), troupe.size(facts.cast().get(0), true).width() * spot.height() * 0.5, 0.7);
            deeds.draw(toys.g, facts.cast().get(0), facts.action(), spot);
        }
        toys.done();
        if (light != Light.DAY) {
            toys.light(light, b.sunLeft, 0.2);
        }
        b.done();
        PhotoLook.develop(image, toys, light == Light.NIGHT ? 0.9 : 1, random);
    }
}
