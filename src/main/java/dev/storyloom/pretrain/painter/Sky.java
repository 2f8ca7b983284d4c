package dev.storyloom.pretrain.painter;

import java.awt.Color;

/** The sky of a time of day: sun and clouds, a low red sun, or moon and stars. */
final class Sky {
    private Sky() {
    }

    /** Fills the upper part of the picture down to the horizon and beyond. */
    static void paint(Brush b, double horizon) {
        b.vertical(0, horizon + 8, b.light.skyTop, b.light.skyLow);
        boolean left = b.random.nextBoolean();
        double x = left ? b.between(14, 30) : b.between(98, 114);
        switch (b.light) {
            case DAY -> {
                b.glow(x, 17, 22, new Color(0xFFF3B0), 200);
                b.oval(x, 17, 9, 9, new Color(0xFFDD55));
                cloud(b, left ? b.between(78, 104) : b.between(22, 48), b.between(14, 22), b.between(9, 12), 0xFFFFFF);
                cloud(b, b.between(54, 74), b.between(28, 36), b.between(6, 8), 0xFFFFFF);
            }
            case SUNSET -> {
                b.glow(x, horizon - 12, 44, new Color(0xFFE08A), 190);
                b.oval(x, horizon - 12, 13, 13, new Color(0xFF7A45));
                cloud(b, left ? b.between(80, 104) : b.between(22, 46), b.between(16, 24), b.between(9, 12), 0xF2A7B4);
                cloud(b, b.between(54, 74), b.between(30, 38), b.between(6, 8), 0xFFC3A1);
            }
            default -> {
                stars(b, horizon);
                b.glow(x, 19, 24, new Color(0xDDE6FF), 120);
                b.oval(x, 19, 10, 10, new Color(0xFFF6D6));
                b.oval(x + 3, 17, 2.2, 2.2, new Color(0xEADFB6));
                b.oval(x - 3, 22, 1.7, 1.7, new Color(0xEADFB6));
            }
        }
    }

    private static void stars(Brush b, double horizon) {
        for (int i = 0; i < 16; i++) {
            double r = i % 4 == 0 ? 1.5 : 0.9;
            b.oval(b.between(3, 125), b.between(3, horizon * 0.8), r, r, new Color(0xFFF9DC));
        }
    }

    private static void cloud(Brush b, double x, double y, double r, int rgb) {
        Color c = new Color(rgb >> 16 & 255, rgb >> 8 & 255, rgb & 255, 225);
        b.oval(x - r * 0.9, y + r * 0.25, r * 0.85, r * 0.45, c);
        b.oval(x + r * 0.9, y + r * 0.25, r * 0.9, r * 0.45, c);
        b.oval(x, y, r * 0.9, r * 0.65, c);
    }
}
