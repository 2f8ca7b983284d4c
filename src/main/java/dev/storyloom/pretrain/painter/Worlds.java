package dev.storyloom.pretrain.painter;

import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.geom.Path2D;

/** Places far from home: desert, the bottom of the sea, space, a river. */
final class Worlds {
    private Worlds() {
    }

    static void desert(Brush b, Sprite cactus) {
        Sky.paint(b, 72);
        b.hill(68, 9, b.between(0, 6), 1.1, 0xF2C987, 0xE3A85E);
        double x = b.sunLeft ? b.between(84, 110) : b.between(18, 44);
        pyramid(b, x, 78, b.between(18, 26));
        b.hill(82, 7, b.between(0, 6), 1.5, 0xF6D08C, 0xE6AE62);
        b.hill(94, 4, b.between(0, 6), 1.2, 0xFADC9E, 0xE2A655);
        for (int i = 0; i < 2; i++) {
            double h = b.between(30, 46);
            double at = i == 0 ? b.between(4, 22) : b.between(106, 124);
            lit(b, cactus, at, 98 + b.between(0, 8), h);
        }
        for (int i = 0; i < 5; i++) {
            b.box(b.between(0, 110), b.between(100, 124), b.between(10, 22), 1.1, 1, b.light.land(0xCF9448, 150));
        }
    }

    private static void pyramid(Brush b, double x, double y, double half) {
        b.polygon(b.light.land(0xE0B070), x - half, y, x, y - half * 1.1, x + half, y);
        b.polygon(b.light.land(0xB98847), x, y - half * 1.1, x + half, y, x + half * 0.25, y);
    }

    /** A drawing of the art as a part of the landscape, darkened by the hour. */
    static void lit(Brush b, Sprite sprite, double x, double low, double h) {
        double w = h * sprite.aspect();
        b.oval(x, low, w * 0.5, 2.4, new Color(20, 24, 50, 60));
        sprite.draw(b.g, x - w / 2, low - h, w, h);
        if (b.light != Light.DAY) {
            b.g.setColor(switch (b.light) {
                case NIGHT -> new Color(20, 34, 90, 70);
                case SUNSET -> new Color(200, 90, 60, 30);
                default -> new Color(214, 206, 232, 60);
            });
            b.oval(x, low - h / 2, w * 0.5, h * 0.5, b.g.getColor());
        }
    }

    static void sea(Brush b, Sprite coral) {
        boolean sunset = b.light == Light.SUNSET;
        boolean dawn = b.light == Light.DAWN;
        int top = b.night() ? 0x12326E : sunset ? 0xC98BA8 : dawn ? 0xF6D3DE : 0x5FD0F0;
        int low = b.night() ? 0x0C1D4A : sunset ? 0x3E5FA8 : dawn ? 0x6FA3C8 : 0x1878BE;
        b.vertical(0, 128, new Color(top), new Color(low));
        for (int i = 0; i < 4; i++) {
            double x = i * 36 + b.between(-10, 14);
            b.polygon(new Color(255, 255, 255, b.night() ? 16 : 38), x, 0, x + 12, 0, x + 30, 100, x + 2, 100);
        }
        if (b.night()) {
            b.glow(b.sunLeft ? 26 : 102, 8, 26, new Color(0xDDE6FF), 150);
        } else if (sunset) {
            b.glow(b.sunLeft ? 26 : 102, 6, 44, new Color(0xFFB36B), 210);
        } else if (dawn) {
            b.glow(b.sunLeft ? 26 : 102, 6, 40, new Color(0xFFFBEA), 235);
        }
        b.hill(96, 5, b.between(0, 6), 1.3, 0x7FA8B8, 0x6C93A8);
        b.hill(104, 4, b.between(0, 6), 1.7, 0xEBD9A8, 0xC9AE78);
        lit(b, coral, b.between(8, 26), 112, b.between(28, 40));
        lit(b, coral, b.between(102, 120), 110, b.between(22, 34));
        for (int i = 0; i < 12; i++) {
            double r = b.between(1, 3);
            b.g.setStroke(new BasicStroke(0.9f));
            b.oval(b.between(4, 124), b.between(6, 100), r, r, new Color(255, 255, 255, 90));
        }
    }

    static void weeds(Brush b, double low) {
        for (int i = 0; i < 5; i++) {
            double x = i < 3 ? b.between(0, 34) : b.between(94, 128);
            double h = b.between(18, 40);
            Path2D weed = new Path2D.Double();
            weed.moveTo(x, low + 4);
            weed.curveTo(x - 7, low - h * 0.35, x + 7, low - h * 0.65, x, low - h);
            b.g.setStroke(new BasicStroke(3.4f, BasicStroke.CAP_ROUND, BasicStroke.JOIN_ROUND));
            b.g.setColor(b.light.land(i % 2 == 0 ? 0x2FA36B : 0x1F8A7A));
            b.g.draw(weed);
        }
    }

    static void space(Brush b, Sprite planet) {
        b.vertical(0, 128, new Color(0x120A33), new Color(0x3A2270));
        b.glow(b.between(20, 108), b.between(20, 60), 46, new Color(0x9B4FD0), 90);
        b.glow(b.between(20, 108), b.between(30, 70), 40, new Color(0x2E7FD0), 80);
        Sky.stars(b, 40, 100);
        double x = b.sunLeft ? b.between(14, 30) : b.between(98, 114);
        planet.draw(b.g, x - 16, b.between(8, 20), 32, 32);
        double ox = b.sunLeft ? b.between(92, 116) : b.between(12, 36);
        int[] colours = {0xE5734D, 0x4CA8E0, 0xE6B04A, 0x62C08A};
        b.oval(ox, b.between(20, 44), 8, 8, new Color(colours[b.random.nextInt(4)]));
        b.vertical(102, 26, new Color(0xA8A2BE), new Color(0x7D7698));
        b.oval(64, 103, 92, 9, new Color(0xA8A2BE));
        for (int i = 0; i < 7; i++) {
            double rx = b.between(4, 10);
            double cx = b.between(4, 124);
            double cy = b.between(104, 124);
            b.oval(cx, cy, rx, rx * 0.32, new Color(0x6B6488));
            b.oval(cx, cy + 0.9, rx * 0.9, rx * 0.24, new Color(0x8E87A8));
        }
    }

    /** Water from the far shore down to the reader, for who swims or sails. */
    static void openWater(Brush b, double top) {
        b.vertical(top, 128 - top, b.light.land(0x52B4E0), b.light.land(0x2A7DBB));
        for (int i = 0; i < 16; i++) {
            double y = b.between(top + 3, 126);
            b.box(b.between(-6, 116), y, b.between(8, 14) * (0.5 + y / 100), 1.4, 1, b.light.land(0xD8F4FF, 150));
        }
    }

    static void river(Brush b) {
        Sky.paint(b, 60);
        b.hill(56, 7, b.between(0, 6), 1.4, 0xA9D6A0, 0x86C07E);
        for (int i = 0; i < 6; i++) {
            b.tree(6 + i * 23 + b.between(-6, 6), 66, b.between(18, 30), 0x63B06A, 0x4A985A);
        }
        b.hill(66, 2, b.between(0, 6), 1.2, 0x8CCB6A, 0x78B958);
        b.vertical(70, 30, b.light.land(0x58B7E0), b.light.land(0x3C93CC));
        for (int i = 0; i < 9; i++) {
            b.box(b.between(0, 116), b.between(72, 96), b.between(8, 20), 1.3, 1, b.light.land(0xD8F4FF, 170));
        }
        for (int i = 0; i < 3; i++) {
            double x = b.between(10, 118);
            double y = b.between(78, 92);
            b.oval(x, y, 5, 2, b.light.land(0x3FA257));
            b.oval(x + 1, y - 1.5, 1.8, 1.6, b.light.land(0xFF9CC2));
        }
        b.hill(99, 2.5, b.between(0, 6), 1.5, 0x93CF62, 0x5FA644);
        boolean left = b.random.nextBoolean();
        for (int i = 0; i < 5; i++) {
            double x = left ? b.between(2, 18) : b.between(110, 126);
            b.box(x, 74, 1.3, 34, 1, b.light.land(0x5E8F3E));
            b.box(x - 0.9, b.between(70, 76), 3, 10, 3, b.light.land(0x7A4B2A));
        }
    }
}
