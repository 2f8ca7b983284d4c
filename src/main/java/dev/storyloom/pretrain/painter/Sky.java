package dev.storyloom.pretrain.painter;

import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.geom.Arc2D;

/** The sky of a time of day and a weather: sun and clouds, a low sun in red or white, stars, or grey. */
final class Sky {
    private static final int[] BOW = {0xE5484D, 0xF5913E, 0xFFD84D, 0x4CC27A, 0x4C9BF0, 0x8A62D8};

    private Sky() {
    }

    /** Fills the upper part of the picture down to the horizon and beyond. */
    static void paint(Brush b, double horizon) {
        if (b.weather.grey()) {
            covered(b, horizon);
            return;
        }
        b.vertical(0, horizon + 8, b.light.skyTop, b.light.skyLow);
        double x = b.sunLeft ? b.between(14, 30) : b.between(98, 114);
        switch (b.light) {
            case DAY -> {
                b.glow(x, 17, 22, new Color(0xFFF3B0), 200);
                b.oval(x, 17, 9, 9, new Color(0xFFDD55));
                double cloud = b.sunLeft ? b.between(78, 104) : b.between(22, 48);
                cloud(b, cloud, b.between(14, 22), b.between(9, 12), 0xFFFFFF);
                cloud(b, b.between(54, 74), b.between(28, 36), b.between(6, 8), 0xFFFFFF);
            }
            case SUNSET -> {
                b.glow(x, horizon - 12, 44, new Color(0xFFE08A), 190);
                b.oval(x, horizon - 12, 13, 13, new Color(0xFF7A45));
                double cloud = b.sunLeft ? b.between(80, 104) : b.between(22, 46);
                cloud(b, cloud, b.between(16, 24), b.between(9, 12), 0xF2A7B4);
                cloud(b, b.between(54, 74), b.between(30, 38), b.between(6, 8), 0xFFC3A1);
            }
            case DAWN -> {
                b.glow(x, horizon - 7, 40, new Color(0xFFFBEA), 235);
                b.oval(x, horizon - 7, 9, 9, new Color(0xFFFEF6));
                double streak = b.sunLeft ? b.between(80, 104) : b.between(22, 46);
                b.oval(streak, b.between(14, 22), b.between(20, 28), 2.6, new Color(255, 236, 240, 225));
                b.oval(b.between(54, 74), b.between(28, 36), b.between(15, 22), 2.2, new Color(255, 226, 234, 225));
            }
            case NIGHT -> {
                stars(b, 16, horizon * 0.8);
                moon(b, x, 19);
            }
        }
        if (b.weather == Weather.RAINBOW) {
            bow(b, horizon);
        }
    }

    private static void covered(Brush b, double horizon) {
        Color grey = b.light.land(b.weather == Weather.RAIN ? 0x8E9BB0 : 0xC9D2DC);
        b.vertical(0, horizon + 8, Light.mix(b.light.skyTop, grey, 0.65), Light.mix(b.light.skyLow, grey, 0.5));
        int rgb = switch (b.light) {
            case DAY -> b.weather == Weather.RAIN ? 0xA9B4C4 : 0xE4E9EF;
            case SUNSET -> 0xC58FA0;
            case NIGHT -> 0x3B4A78;
            case DAWN -> b.weather == Weather.RAIN ? 0xB4B6CC : 0xEBDDE6;
        };
        if (b.light == Light.SUNSET) {
            double x = b.sunLeft ? 24 : 104;
            b.glow(x, horizon - 10, 40, new Color(0xFFC07A), 170);
        } else if (b.light == Light.DAWN) {
            b.glow(b.sunLeft ? 24 : 104, horizon - 8, 36, new Color(0xFFF6EE), 210);
        } else if (b.night()) {
            moon(b, b.sunLeft ? 24 : 104, 19);
        }
        if (b.weather != Weather.FOG) {
            for (int i = 0; i < 5; i++) {
                cloud(b, i * 30 + b.between(-8, 14), b.between(4, 14), b.between(13, 18), rgb);
            }
        }
    }

    private static void moon(Brush b, double x, double y) {
        b.glow(x, y, 24, new Color(0xDDE6FF), 120);
        b.oval(x, y, 10, 10, new Color(0xFFF6D6));
        b.oval(x + 3, y - 2, 2.2, 2.2, new Color(0xEADFB6));
        b.oval(x - 3, y + 3, 1.7, 1.7, new Color(0xEADFB6));
    }

    static void stars(Brush b, int count, double low) {
        for (int i = 0; i < count; i++) {
            double r = i % 4 == 0 ? 1.5 : 0.9;
            b.oval(b.between(3, 125), b.between(3, low), r, r, new Color(0xFFF9DC));
        }
    }

    private static void bow(Brush b, double horizon) {
        double cx = b.between(44, 84);
        for (int i = 0; i < BOW.length; i++) {
            double r = 58 - i * 3.2;
            b.g.setStroke(new BasicStroke(3.4f));
            b.g.setColor(new Color(BOW[i] >> 16 & 255, BOW[i] >> 8 & 255, BOW[i] & 255, b.night() ? 120 : 190));
            b.g.draw(new Arc2D.Double(cx - r, horizon + 6 - r, 2 * r, 2 * r, 0, 180, Arc2D.OPEN));
        }
    }

    static void cloud(Brush b, double x, double y, double r, int rgb) {
        Color c = new Color(rgb >> 16 & 255, rgb >> 8 & 255, rgb & 255, 225);
        b.oval(x - r * 0.9, y + r * 0.25, r * 0.85, r * 0.45, c);
        b.oval(x + r * 0.9, y + r * 0.25, r * 0.9, r * 0.45, c);
        b.oval(x, y, r * 0.9, r * 0.65, c);
    }
}
