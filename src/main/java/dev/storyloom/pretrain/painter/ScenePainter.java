package dev.storyloom.pretrain.painter;

import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.geom.Ellipse2D;
import java.awt.geom.Line2D;
import java.awt.image.BufferedImage;
import java.util.ArrayList;
import java.util.List;
import java.util.random.RandomGenerator;

/**
 * Draws the pictures that the bundled model learns from: one or two subjects in a place at a time of day, often with a
 * thing, under a short caption. The same state of the random generator gives the same picture.
 */
public final class ScenePainter {
    private static final int SIZE = Brush.SIZE;
    private static final int[] HEIGHTS = {70, 76, 82, 88};

    private final Sprites sprites;
    private final PhotoLook photoLook;
    private final CaptionGrammar grammar = new CaptionGrammar();

    public ScenePainter(ArtLibrary art) {
        this.sprites = new Sprites(art);
        this.photoLook = new PhotoLook(sprites);
    }

    /** A random scene; about one in twelve looks like a photograph. */
    public PaintedScene paint(RandomGenerator random) {
        return random.nextInt(100) < 8 ? photoLike(random) : scene(random);
    }

    /** A toy of one of the subjects as a camera would see it. */
    public PaintedScene photoLike(RandomGenerator random) {
        Subject subject = pick(Subject.values(), random);
        Surface surface = pick(Surface.values(), random);
        BufferedImage image = photoLook.paint(subject, surface, random);
        var labels = new PaintedScene.Labels(List.of(subject), null, null, null, true, random.nextInt(100) < 15);
        return new PaintedScene(image, grammar.caption(labels, surface, random), labels);
    }

    private PaintedScene scene(RandomGenerator random) {
        Place place = pick(Place.values(), random);
        TimeOfDay time = pick(TimeOfDay.values(), random);
        int roll = random.nextInt(100);
        List<Subject> subjects = new ArrayList<>();
        if (roll >= 5) {
            subjects.add(pick(Subject.values(), random));
        }
        if (roll >= 85) {
            Subject second = pick(Subject.values(), random);
            int apart = second == subjects.get(0) ? 5 : 0;
            subjects.add(Subject.values()[(second.ordinal() + apart) % Subject.values().length]);
        }
        Prop prop = subjects.size() == 1 && random.nextInt(100) < 50 ? pick(Prop.values(), random) : null;
        return paint(List.copyOf(subjects), place, time, prop, random);
    }

    /** A scene of the asked things in a layout of the generator's choice; the prop may be null. */
    public PaintedScene paint(List<Subject> subjects, Place place, TimeOfDay time, Prop prop, RandomGenerator random) {
        var labels = new PaintedScene.Labels(List.copyOf(subjects), place, time, prop, false,
                random.nextInt(100) < 15);
        String caption = grammar.caption(labels, null, random);
        Light light = Light.of(time);
        BufferedImage image = Backdrop.paint(place, light, random);
        Graphics2D g = image.createGraphics();
        Brush.smooth(g);
        double shift = random.nextDouble() * 8 - 4;
        if (subjects.size() == 1) {
            alone(g, subjects.get(0), prop, light, shift, random);
        } else if (subjects.size() == 2) {
            int height = HEIGHTS[random.nextInt(2)] - 8;
            stand(g, subjects.get(0), 36 + shift, height, light, true, random);
            stand(g, subjects.get(1), 92 + shift, height, light, false, random);
        }
        g.dispose();
        return new PaintedScene(image, caption, labels);
    }

    private void alone(Graphics2D g, Subject subject, Prop prop, Light light, double shift, RandomGenerator random) {
        int spot = random.nextInt(3) - 1;
        int height = HEIGHTS[random.nextInt(HEIGHTS.length)] - (prop == null ? 0 : 4);
        boolean right = spot < 0 || spot == 0 && random.nextBoolean();
        double x = 64 + shift + (prop == null ? spot * 24 : right ? -20 : 20);
        double ground = 119 + random.nextInt(4);
        BufferedImage figure = sprites.subject(subject, random.nextInt(subject.variants()), height, light, right);
        if (prop != null && prop.hold() == Prop.Hold.GROUND) {
            place(g, figure, x, ground, light);
            BufferedImage thing = sprites.prop(prop, prop.size(), light, right);
            double apart = (figure.getWidth() + thing.getWidth()) / 2.0 - 5;
            place(g, thing, x + side(right) * apart, ground + 2, light);
            return;
        }
        place(g, figure, x, ground, light);
        if (prop != null) {
            hold(g, subject, prop, figure, x, ground, light, right);
        }
    }

    private void hold(Graphics2D g, Subject subject, Prop prop, BufferedImage figure, double x, double ground,
                      Light light, boolean right) {
        BufferedImage thing = sprites.prop(prop, prop.size(), light, right);
        boolean above = prop.hold() == Prop.Hold.ABOVE;
        boolean hands = sprites.hands(subject);
        double reach = figure.getWidth() * (hands ? 0.40 : 0.44);
        double handX = x + side(right) * reach;
        double handY = ground - figure.getHeight() * (hands ? 0.26 : 0.34);
        double cx = handX + side(right) * thing.getWidth() * (above ? 0.34 : 0.30);
        double top = above ? Math.max(4, handY - thing.getHeight() - 10) : handY - thing.getHeight() * 0.55;
        if (prop == Prop.UMBRELLA) {
            cx = x + side(right) * (figure.getWidth() * 0.5 + 12);
            top = Math.max(3, ground - figure.getHeight() - 14);
        }
        cx = Math.max(thing.getWidth() / 2.0 + 2, Math.min(SIZE - thing.getWidth() / 2.0 - 2, cx));
        if (light == Light.NIGHT && (prop == Prop.LANTERN || prop == Prop.STAR)) {
            Brush.glow(g, cx, top + thing.getHeight() / 2.0, 32, new Color(255, 220, 130), 190);
        }
        if (above && prop != Prop.UMBRELLA) {
            g.setColor(new Color(light == Light.NIGHT ? 0xC9D3F2 : 0x6B5A4A));
            g.setStroke(new BasicStroke(1.4f));
            g.draw(new Line2D.Double(handX, handY, cx, top + thing.getHeight() * 0.9));
        }
        g.drawImage(thing, (int) Math.round(cx - thing.getWidth() / 2.0), (int) Math.round(top), null);
    }

    private void stand(Graphics2D g, Subject subject, double x, int height, Light light, boolean right,
                       RandomGenerator random) {
        place(g, sprites.subject(subject, random.nextInt(subject.variants()), height, light, right), x,
                119 + random.nextInt(4), light);
    }

    /** Puts a sprite on the ground with the shadow that ties it to it; at night moonlight lifts it off the dark. */
    private static void place(Graphics2D g, BufferedImage sprite, double wanted, double ground, Light light) {
        double w = sprite.getWidth();
        double x = Math.max(w / 2 + 1, Math.min(SIZE - w / 2 - 1, wanted));
        if (light == Light.NIGHT) {
            Brush.glow(g, x, ground - sprite.getHeight() * 0.5, sprite.getHeight() * 0.78, new Color(0xC4D4FF), 120);
        }
        for (int i = 3; i >= 0; i--) {
            double rx = w * (0.40 + 0.035 * i);
            double ry = 2.6 + 1.1 * i;
            g.setColor(new Color(20, 24, 50, 34));
            g.fill(new Ellipse2D.Double(x - rx, ground - ry, rx * 2, ry * 2));
        }
        g.drawImage(sprite, (int) Math.round(x - w / 2), (int) Math.round(ground - sprite.getHeight()), null);
    }

    private static int side(boolean right) {
        return right ? 1 : -1;
    }

    private static <T> T pick(T[] values, RandomGenerator random) {
        return values[random.nextInt(values.length)];
    }
}
