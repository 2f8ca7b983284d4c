package dev.storyloom.pretrain.painter;

import java.awt.Color;
import java.awt.image.BufferedImage;

/** The colours that a time of day gives to the sky, the land and whoever stands in it. */
enum Light {
    DAY(0x6EC3F2, 0xE3F6FB, 1.00, 1.00, 1.00, 0),
    SUNSET(0x8C6BB8, 0xFFB36B, 1.00, 0.80, 0.68, 10),
    NIGHT(0x14225A, 0x4A67B0, 0.44, 0.53, 0.82, 12);

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

    /** Figures are lit a good deal more than the land, so that they stand out at night too. */
    void figure(BufferedImage image) {
        if (this == DAY) {
            return;
        }
        double keep = this == NIGHT ? 0.74 : 0.55;
        for (int y = 0; y < image.getHeight(); y++) {
            for (int x = 0; x < image.getWidth(); x++) {
                int p = image.getRGB(x, y);
                int r = tint(p >> 16 & 255, keep + (1 - keep) * red, lift / 3);
                int g = tint(p >> 8 & 255, keep + (1 - keep) * green, lift / 3);
                int b = tint(p & 255, keep + (1 - keep) * blue, lift / 3);
                image.setRGB(x, y, p & 0xFF000000 | r << 16 | g << 8 | b);
            }
        }
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
