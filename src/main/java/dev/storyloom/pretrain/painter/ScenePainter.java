package dev.storyloom.pretrain.painter;

import java.awt.geom.AffineTransform;
import java.awt.image.BufferedImage;
import java.util.random.RandomGenerator;

/**
 * Draws the pictures that the bundled model learns from: one or two subjects at something in a place at a time of day,
 * often with a thing, in one of several styles, under a caption. The same state of the random generator gives the same
 * picture. Not for several threads at once.
 */
public final class ScenePainter {
    private static final int SIZE = Brush.SIZE;

    private final Wardrobe wardrobe;
    private final Staging staging;

    public ScenePainter(ArtLibrary art) {
        this.wardrobe = new Wardrobe(art);
        this.staging = new Staging(wardrobe);
    }

    /** A random picture for training; no combination that is {@linkplain Facts#heldOut held out}. */
    public PaintedScene paint(RandomGenerator random) {
        return paint(Director.facts(false, random), random);
    }

    /** A random picture of a held-out combination, for evaluation. */
    public PaintedScene heldOut(RandomGenerator random) {
        return paint(Director.facts(true, random), random);
    }

    /** A held-out combination, to be asked of a model. */
    public static Facts heldOutFacts(RandomGenerator random) {
        return Director.facts(true, random);
    }

    /** A caption of these facts in their language. */
    public static Caption caption(Facts facts, RandomGenerator random) {
        return CaptionGrammar.caption(facts, random);
    }

    /** Says only who is in the picture, as the prompts of a character's training do. */
    public static String brief(Facts facts, RandomGenerator random) {
        return CaptionGrammar.brief(facts, random);
    }

    /** A random photo-like picture for training. */
    public PaintedScene photoLike(RandomGenerator random) {
        Facts facts = Director.facts(false, random);
        while (facts.style() != Style.PHOTO) {
            facts = Director.facts(false, random);
        }
        return paint(facts, random);
    }

    /** A random flat picture, made over in a look that the pre-training does not have; its caption says so. */
    public PaintedScene paint(Look look, RandomGenerator random) {
        Facts facts = Director.facts(false, random);
        while (facts.style() != Style.FLAT) {
            facts = Director.facts(false, random);
        }
        PaintedScene scene = paint(facts, random);
        String content = scene.caption().content();
        return new PaintedScene(look.of(scene.image(), random), new Caption(content, content + ", " + look.words()), facts);
    }

    /** A picture of these facts in a layout of the generator's choice. */
    public PaintedScene paint(Facts facts, RandomGenerator random) {
        BufferedImage image = new BufferedImage(SIZE, SIZE, BufferedImage.TYPE_INT_RGB);
        if (facts.style() == Style.PHOTO) {
            photograph(image, facts, random);
        } else {
            draw(image, facts, random);
        }
        return new PaintedScene(image, caption(facts, random), facts);
    }

    /** Far things first, then who is there, then what is before them, and the style over all. */
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
        float[] figures = facts.cast().isEmpty() ? new float[SIZE * SIZE] : figures(b, facts);
        b.done();
        Brush near = new Brush(image, light, facts.weather(), false, random);
        Veil.draw(near);
        near.done();
        StyleFilter.apply(facts.style(), image, figures, random);
    }

    /** Puts everybody into the picture and returns where they are, 0 to 1. */
    private float[] figures(Brush b, Facts facts) {
        boolean afloat = facts.place().water() && Staging.onWater(facts.action());
        if (afloat) {
            Worlds.openWater(b, facts.place() == Place.BEACH ? 58 : 70);
        }
        Layer layer = new Layer();
        double ground = staging.cast(b, layer, facts);
        layer.done();
        layer.light(b.light, b.sunLeft, facts.style() == Style.SOFT_3D ? 0.30 : 0.16);
        b.g.drawImage(layer.image, 0, 0, null);
        if (!afloat && facts.view() != View.CLOSE_UP) {
            Backdrop.foreground(facts.place(), b, ground);
        }
        return layer.mask();
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
        staging.toys(b, toys, facts);
        toys.done();
        if (light != Light.DAY) {
            toys.light(light, b.sunLeft, 0.2);
        }
        b.done();
        PhotoLook.develop(image, toys, light == Light.NIGHT ? 0.9 : 1, random);
    }
}
