package dev.storyloom.pretrain.painter;

import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.geom.Line2D;
import java.util.random.RandomGenerator;

/** What is behind and under a photographed toy: walls, wood, cloth, grass, stone. */
final class Tabletop {
    private static final int[] WALLS = {0xD8CDBC, 0xB9C4C9, 0xC9B7A6, 0x9DA893, 0x8C93A8, 0xE6DED2, 0x6E7480};
    private static final int[] WOODS = {0xA9744A, 0x7C5638, 0xC79A6A, 0x5E4432, 0xB58A5E};

    private Tabletop() {
    }

    /** Returns the line where the ground begins. */
    static double paint(Surface surface, Brush b) {
        double horizon = b.between(56, 84);
        Color wall = new Color(pick(WALLS, b.random));
        b.vertical(0, 128, Light.mix(wall, Color.WHITE, 0.2), Light.mix(wall, Color.BLACK, 0.14));
        if (b.random.nextInt(3) == 0 && surface != Surface.STUDIO) {
            clutter(b, horizon);
        }
        switch (surface) {
            case TABLE, FLOOR, SHELF -> {
                if (surface == Surface.SHELF) {
                    books(b, horizon);
                }
                wood(b, horizon, surface == Surface.FLOOR);
            }
            case CARPET -> {
                Color c = Color.getHSBColor(b.random.nextFloat(), 0.28f, 0.55f);
                ground(b, horizon, c);
                speckle(b, horizon, 700, Light.mix(c, Color.WHITE, 0.2), Light.mix(c, Color.BLACK, 0.22));
            }
            case GRASS -> {
                horizon *= 0.6;
                b.vertical(0, horizon, new Color(0x9DB5A0), new Color(0x7C9E6A));
                ground(b, horizon, new Color(0x63903F));
                speckle(b, horizon, 900, new Color(0x86B058), new Color(0x42702F));
            }
            case SAND -> {
                ground(b, horizon, new Color(0xD9BE8E));
                speckle(b, horizon, 800, new Color(0xE8D2A8), new Color(0xB89A6A));
            }
            case STONE -> {
                ground(b, horizon, new Color(0x9A9894));
                speckle(b, horizon, 500, new Color(0xB0AEAA), new Color(0x7E7C78));
                joints(b, horizon);
            }
            case SOFA -> {
                Color cloth = Color.getHSBColor(b.random.nextFloat(), 0.32f, 0.58f);
                b.vertical(0, horizon, Light.mix(cloth, Color.WHITE, 0.15), cloth);
                b.vertical(horizon, 128 - horizon, Light.mix(cloth, Color.WHITE, 0.1),
                        Light.mix(cloth, Color.BLACK, 0.2));
                b.box(0, horizon - 1.5, 128, 3, 0, Light.mix(cloth, Color.BLACK, 0.4));
                b.box(b.between(40, 88), 0, 2, horizon, 0, Light.mix(cloth, Color.BLACK, 0.25));
            }
            case CLOTH -> cloth(b);
            case STUDIO -> {
                Color paper = Color.getHSBColor(b.random.nextFloat(), b.random.nextFloat() * 0.2f, 0.88f);
                b.vertical(0, 128, Light.mix(paper, Color.WHITE, 0.3), Light.mix(paper, Color.BLACK, 0.08));
            }
        }
        return horizon;
    }

    private static void ground(Brush b, double horizon, Color c) {
        b.vertical(horizon, 128 - horizon, Light.mix(c, Color.WHITE, 0.08), Light.mix(c, Color.BLACK, 0.14));
    }

    private static void wood(Brush b, double horizon, boolean boards) {
        Color wood = new Color(pick(WOODS, b.random));
        ground(b, horizon, wood);
        for (int i = 0; i < 16; i++) {
            b.box(b.between(-30, 60), horizon + b.between(1, 128 - horizon), b.between(50, 130), b.between(0.5, 1.5), 0,
                    new Color(60, 34, 16, 42));
        }
        if (boards) {
            b.g.setStroke(new BasicStroke(1.2f));
            b.g.setColor(Light.mix(wood, Color.BLACK, 0.45));
            for (int i = -3; i <= 3; i++) {
                b.g.draw(new Line2D.Double(64 + i * 16, horizon, 64 + i * 44, 128));
            }
        }
    }

    private static void books(Brush b, double horizon) {
        for (double x = 0; x < 128;) {
            double w = b.between(6, 13);
            b.box(x, horizon - b.between(30, 50), w - 1, 70, 1,
                    Color.getHSBColor(b.random.nextFloat(), 0.45f, 0.35f + 0.35f * b.random.nextFloat()));
            x += w;
        }
    }

    private static void cloth(Brush b) {
        Color cloth = Color.getHSBColor(b.random.nextFloat(), 0.2f + 0.35f * b.random.nextFloat(), 0.72f);
        b.vertical(0, 128, Light.mix(cloth, Color.WHITE, 0.15), Light.mix(cloth, Color.BLACK, 0.15));
        Color stripe = Light.mix(cloth, b.random.nextBoolean() ? Color.WHITE : new Color(0x3A2A4A), 0.35);
        double step = b.between(9, 20);
        boolean checks = b.random.nextBoolean();
        Color clear = new Color(stripe.getRed(), stripe.getGreen(), stripe.getBlue(), 130);
        for (double x = b.between(-10, 0); x < 130; x += step) {
            b.box(x, 0, step * 0.4, 128, 0, clear);
            if (checks) {
                b.box(0, x, 128, step * 0.4, 0, clear);
            }
        }
        for (int i = 0; i < 4; i++) {
            b.g.setStroke(new BasicStroke((float) b.between(5, 10)));
            b.g.setColor(new Color(20, 10, 40, 20));
            b.g.draw(new Line2D.Double(b.between(-20, 148), 0, b.between(-20, 148), 128));
        }
    }

    private static void joints(Brush b, double horizon) {
        b.g.setStroke(new BasicStroke(1.1f));
        b.g.setColor(new Color(70, 68, 66, 150));
        for (double y = horizon + 7; y < 128; y += (y - horizon) * 0.7 + 6) {
            b.g.draw(new Line2D.Double(0, y, 128, y));
        }
        for (int i = -3; i <= 3; i++) {
            b.g.draw(new Line2D.Double(64 + i * 15 + 6, horizon, 64 + i * 42 + 10, 128));
        }
    }

    /** Things out of focus on the far side: frames, lamps, boxes, leaves. */
    private static void clutter(Brush b, double horizon) {
        for (int i = 0; i < 7; i++) {
            Color c = Color.getHSBColor(b.random.nextFloat(), 0.4f, 0.3f + 0.6f * b.random.nextFloat());
            double w = b.between(10, 30);
            double h = b.between(14, 44);
            if (b.random.nextBoolean()) {
                b.box(b.between(-8, 118), horizon - h, w, h + 4, 2, c);
            } else {
                b.oval(b.between(0, 128), b.between(4, horizon - 6), w * 0.4, w * 0.4, c);
            }
        }
    }

    private static void speckle(Brush b, double horizon, int count, Color bright, Color dark) {
        for (int i = 0; i < count; i++) {
            b.g.setColor(i % 2 == 0 ? bright : dark);
            int y = (int) (horizon + (128 - horizon) * Math.sqrt(b.random.nextDouble()));
            b.g.fillRect(b.random.nextInt(128), y, 1, 1 + b.random.nextInt(2));
        }
    }

    private static int pick(int[] colours, RandomGenerator random) {
        return colours[random.nextInt(colours.length)];
    }
}
