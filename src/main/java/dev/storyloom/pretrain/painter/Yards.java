package dev.storyloom.pretrain.painter;

import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.geom.Line2D;

/** Places of every day: farm, playground, kitchen. */
final class Yards {
    private Yards() {
    }

    static void farm(Brush b) {
        Sky.paint(b, 66);
        b.hill(62, 6, b.between(0, 6), 1.4, 0xD9D98C, 0xC3C36A);
        for (int i = 0; i < 5; i++) {
            b.box(0, 68 + i * 4, 128, 1.6, 0, b.light.land(0xA8A24E));
        }
        double x = b.sunLeft ? b.between(84, 94) : b.between(32, 42);
        barn(b, x, 92);
        double hay = b.sunLeft ? b.between(14, 30) : b.between(98, 114);
        b.oval(hay, 88, 13, 9, b.light.land(0xE8C25A));
        b.oval(hay, 88, 8, 5.5, b.light.land(0xD1A63F));
        b.oval(hay, 88, 3.5, 2.4, b.light.land(0xE8C25A));
        b.hill(90, 2, b.between(0, 6), 1.3, 0xA9CF62, 0x74AC46);
        for (int i = 0; i < 8; i++) {
            b.box(2 + i * 17, 84, 3.2, 17, 1, b.light.land(0x9A6A42));
        }
        b.box(0, 88, 128, 2.6, 1, b.light.land(0xB07E50));
        b.box(0, 94, 128, 2.6, 1, b.light.land(0xB07E50));
    }

    private static void barn(Brush b, double x, double low) {
        b.box(x - 26, low - 36, 52, 36, 0, b.light.land(0xC8423A));
        b.polygon(b.light.land(0xC8423A), x - 26, low - 35, x - 18, low - 52, x, low - 60, x + 18, low - 52, x + 26,
                low - 35);
        b.g.setStroke(new BasicStroke(4f, BasicStroke.CAP_ROUND, BasicStroke.JOIN_ROUND));
        b.g.setColor(b.light.land(0x7A4A3E));
        double[] roof = {x - 29, low - 34, x - 19, low - 53, x, low - 62, x + 19, low - 53, x + 29, low - 34};
        for (int i = 0; i + 3 < roof.length; i += 2) {
            b.g.draw(new Line2D.Double(roof[i], roof[i + 1], roof[i + 2], roof[i + 3]));
        }
        b.box(x - 11, low - 24, 22, 24, 0, b.light.land(0xFFF4E4));
        b.box(x - 9, low - 22, 18, 22, 0, b.light.land(0xA8322C));
        b.g.setStroke(new BasicStroke(2f));
        b.g.setColor(b.light.land(0xFFF4E4));
        b.g.draw(new Line2D.Double(x - 9, low - 22, x + 9, low));
        b.g.draw(new Line2D.Double(x + 9, low - 22, x - 9, low));
        b.box(x - 6, low - 46, 12, 9, 1, b.glowing(0xFFF4E4));
    }

    static void playground(Brush b, Sprite slide) {
        Sky.paint(b, 64);
        for (int i = 0; i < 7; i++) {
            Color bush = b.light.land(i % 2 == 0 ? 0x7CC47A : 0x68B46A);
            b.oval(i * 22 + b.between(-4, 4), 72, 15, b.between(11, 17), bush);
        }
        b.hill(78, 1.5, b.between(0, 6), 1.3, 0x8FD070, 0x7CBF5A);
        boolean left = b.random.nextBoolean();
        Worlds.lit(b, slide, left ? b.between(24, 32) : b.between(96, 104), 98, b.between(50, 58));
        swing(b, left ? b.between(90, 98) : b.between(30, 38));
        b.hill(96, 1.5, b.between(0, 6), 1.2, 0xF0D9A2, 0xDDBB78);
        b.oval(left ? 104 : 24, 108, 20, 5, b.light.land(0xFBE9BE));
        for (int i = 0; i < 6; i++) {
            b.oval(b.between(4, 124), b.between(102, 124), 1.4, 1, b.light.land(0xC79F5E));
        }
    }

    private static void swing(Brush b, double x) {
        b.g.setStroke(new BasicStroke(3.4f, BasicStroke.CAP_ROUND, BasicStroke.JOIN_ROUND));
        b.g.setColor(b.light.land(0xE5484D));
        b.g.draw(new Line2D.Double(x - 26, 98, x - 18, 46));
        b.g.draw(new Line2D.Double(x + 26, 98, x + 18, 46));
        b.g.setColor(b.light.land(0x3C8CE7));
        b.g.draw(new Line2D.Double(x - 20, 46, x + 20, 46));
        b.g.setStroke(new BasicStroke(1.1f));
        b.g.setColor(b.light.land(0x6B5A4A));
        b.g.draw(new Line2D.Double(x - 8, 46, x - 8, 82));
        b.g.draw(new Line2D.Double(x + 8, 46, x + 8, 82));
        b.box(x - 10, 81, 20, 3.4, 1, b.light.land(0xF2B33C));
    }

    static void kitchen(Brush b) {
        Color wall = b.light.land(new int[] {0xFFF0CF, 0xDDF0DC, 0xD8ECF5}[b.random.nextInt(3)]);
        wall = b.night() ? Light.mix(wall, new Color(0x4C4A7C), 0.5) : wall;
        b.vertical(0, 94, wall, Light.mix(wall, Color.WHITE, 0.1));
        for (int y = 44; y < 70; y += 9) {
            for (int x = y % 2 == 0 ? 0 : -6; x < 128; x += 12) {
                b.box(x, y, 11, 8, 1, Light.mix(wall, b.light.land(0x7FB8C8), 0.35));
            }
        }
        boolean left = b.random.nextBoolean();
        Homes.window(b, left ? b.between(12, 18) : b.between(74, 78));
        double shelf = left ? 72 : 6;
        b.box(shelf, 28, 48, 3, 1, b.light.land(0x9A6237));
        int[] jars = {0xE5484D, 0x35B277, 0xFFCB3D, 0x3C8CE7, 0xF5913E};
        for (int i = 0; i < 5; i++) {
            b.box(shelf + 2 + i * 9.2, 17, 7, 11, 2.5, b.light.land(jars[(i + b.random.nextInt(5)) % 5]));
            b.box(shelf + 2.6 + i * 9.2, 14.6, 5.8, 3, 1, b.light.land(0xF2E6D2));
        }
        b.vertical(94, 34, b.light.land(0xE6D8C8), b.light.land(0xCDB8A2));
        for (int i = -1; i < 9; i++) {
            b.polygon(b.light.land(0xC7A98C, 120), i * 17, 94, i * 17 + 8, 94, i * 19 - 2, 128, i * 19 - 14, 128);
        }
        b.box(0, 66, 128, 5, 1, b.light.land(0xB98452));
        b.box(0, 71, 128, 26, 0, b.light.land(0x6FA3A8));
        for (int i = 0; i < 5; i++) {
            b.box(4 + i * 25, 74, 21, 20, 2, b.light.land(0x83B8BC));
            b.oval(14.5 + i * 25, 78, 1.6, 1.6, b.light.land(0xF2E6D2));
        }
        double stove = left ? 84 : 14;
        b.box(stove, 66, 30, 30, 2, b.light.land(0xF4F4F6));
        b.box(stove + 4, 76, 22, 15, 2, b.glowing(0x5A5E70));
        b.oval(stove + 10, 71, 1.6, 1.6, b.light.land(0xE5484D));
        b.oval(stove + 20, 71, 1.6, 1.6, b.light.land(0xE5484D));
        b.box(stove + 7, 54, 17, 12, 3, b.light.land(0xC2453D));
        b.box(stove + 5, 52, 21, 3, 2, b.light.land(0x8E2F2A));
    }
}
