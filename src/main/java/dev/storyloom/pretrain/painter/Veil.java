package dev.storyloom.pretrain.painter;

import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.GradientPaint;
import java.awt.geom.Line2D;

/** Weather between the subject and the reader: streaks of rain, flakes, banks of fog. */
final class Veil {
    private Veil() {
    }

    static void draw(Brush b) {
        switch (b.weather) {
            case RAIN -> {
                double slant = b.between(-4, 4);
                b.g.setColor(new Color(26, 42, 80, 30));
                b.g.fillRect(0, 0, 128, 128);
                b.g.setStroke(new BasicStroke(1.1f, BasicStroke.CAP_ROUND, BasicStroke.JOIN_ROUND));
                for (int i = 0; i < 46; i++) {
                    double x = b.between(-6, 134);
                    double y = b.between(-8, 126);
                    double l = b.between(6, 12);
                    b.g.setColor(new Color(222, 238, 255, 150 + b.random.nextInt(70)));
                    b.g.draw(new Line2D.Double(x, y, x + slant * l / 10, y + l));
                }
            }
            case SNOWFALL -> {
                for (int i = 0; i < 48; i++) {
                    double r = b.between(0.8, 2.5);
                    b.oval(b.between(0, 128), b.between(0, 128), r, r, new Color(255, 255, 255, 225));
                }
            }
            case FOG -> {
                Color grey = b.light.land(0xE9EEF2);
                for (int i = 0; i < 5; i++) {
                    b.oval(b.between(0, 128), 50 + i * 17, b.between(60, 90), b.between(7, 12),
                            new Color(grey.getRed(), grey.getGreen(), grey.getBlue(), 58));
                }
            }
            default -> {
            }
        }
    }

    /** Mist that lies on the land early in the morning. */
    static void mist(Brush b) {
        for (int i = 0; i < 4; i++) {
            b.oval(b.between(0, 128), 76 + i * 9 + b.between(-3, 3), b.between(42, 70), b.between(2.5, 4.5),
                    new Color(255, 240, 246, 80));
        }
    }

    /** Fog before the land and behind the subject. */
    static void far(Brush b) {
        if (b.weather == Weather.FOG) {
            Color grey = b.light.land(0xE4EAF0);
            b.g.setPaint(new GradientPaint(0, 20, clear(grey, 150), 0, 112, clear(grey, 185)));
            b.g.fillRect(0, 0, 128, 128);
        } else if (b.weather.grey()) {
            b.g.setColor(clear(b.light.land(0x8A94A8), 40));
            b.g.fillRect(0, 0, 128, 128);
        }
    }

    private static Color clear(Color c, int alpha) {
        return new Color(c.getRed(), c.getGreen(), c.getBlue(), alpha);
    }
}
