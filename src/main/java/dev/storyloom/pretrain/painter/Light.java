package dev.storyloom.pretrain.painter;

import java.awt.Color;

/** The colours that a time of day gives to the sky, the land and whoever stands in it. */
enum Light {
    DAY(0x6EC3F2, 0xE3F6FB, 1.00, 1.00, 1.00, 0),
    SUNSET(0x8C6BB8, 0xFFB36B, 1.00, 0.80, 0.68, 10),
    NIGHT(0x14225A, 0x4A67B0, 0.44, 0.53, 0.82, 12),
    DAWN(0x9FCAF2, 0xFFC2D2, 0.76, 0.78, 0.86, 42);

    final Color skyTop;
    final Color skyLow;
    private final double red;
    private final double green;
    private final double blue;
    private final int lift;

    Light(int skyTop, int skyLow, double red, double green, double blue, int lift) {
        this.skyTop = new Color(skyTop);
        this.skyLow = new Color(skyLow);
        this.red = red;
        this.green = green;
        this.blue = blue;
        this.lift = lift;
    }

    static Light of(TimeOfDay time) {
        return Light.valueOf(time.name());
    }

    /** The colour of a thing of the landscape in this light. */
    Color land(int rgb) {
        return new Color(tint(rgb >> 16 & 255, red, lift), tint(rgb >> 8 & 255, green, lift),
                tint(rgb & 255, blue, lift));
    }

    Color land(int rgb, int alpha) {
        Color c = land(rgb);
        return new Color(c.getRed(), c.getGreen(), c.getBlue(), alpha);
    }

    /** How much of its red, green and blue a figure keeps: more than the land, so that it stands out at night too. */
    double[] onFigures() {
        double keep = switch (this) {
            case DAY -> 1;
            case SUNSET -> 0.45;
            case NIGHT -> 0.62;
            case DAWN -> 0.7;
        };
        return new double[] {keep + (1 - keep) * red, keep + (1 - keep) * green, keep + (1 - keep) * blue};
    }

    /** What shines on the side that is turned to the sun or the moon. */
    Color beam() {
        return new Color(switch (this) {
            case DAY -> 0xFFF6DC;
            case SUNSET -> 0xFFC07A;
            case NIGHT -> 0x9FB6FF;
            case DAWN -> 0xFFE6EC;
        });
    }

    static Color mix(Color a, Color b, double share) {
        return new Color((int) Math.round(a.getRed() + (b.getRed() - a.getRed()) * share),
                (int) Math.round(a.getGreen() + (b.getGreen() - a.getGreen()) * share),
                (int) Math.round(a.getBlue() + (b.getBlue() - a.getBlue()) * share));
    }

    private static int tint(int value, double factor, int lift) {
        return (int) Math.max(0, Math.min(255, Math.round(value * factor + lift)));
    }
}
