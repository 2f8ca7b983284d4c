package dev.storyloom.pretrain.painter;

import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Shape;
import java.awt.geom.Line2D;
import java.awt.geom.Path2D;
import java.awt.geom.RoundRectangle2D;

/** Places that people made: city, village, castle, garden and bedroom. */
final class Homes {
    private static final int[] FRONTS = {0xF3B56B, 0xE98C78, 0x8FB8D8, 0xB7A4D9, 0x94C7A3, 0xF2CF7A};

    private Homes() {
    }

    static void city(Brush b) {
        Sky.paint(b, 86);
        double x = -6;
        while (x < 128) {
            double w = b.between(13, 20);
            b.box(x, b.between(26, 46), w, 70, 0, Light.mix(b.light.land(0xA9C3DA), b.light.skyLow, 0.35));
            x += w;
        }
        x = b.between(-10, 0);
        int first = b.random.nextInt(FRONTS.length);
        for (int i = 0; x < 128; i++) {
            double w = b.between(24, 30);
            house(b, x, b.between(40, 58), w, 96, FRONTS[(first + i) % FRONTS.length]);
            x += w;
        }
        b.vertical(94, 5, b.light.land(0xD5D3D6), b.light.land(0xC3C1C6));
        b.vertical(99, 29, b.light.land(0x9C9EA8), b.light.land(0x7E818D));
        for (int i = 0; i < 4; i++) {
            b.box(6 + i * 34, 122, 18, 3, 1, b.light.land(0xF6F0DA));
        }
        lamp(b, b.random.nextBoolean() ? b.between(6, 14) : b.between(114, 122));
    }

    private static void house(Brush b, double x, double top, double w, double low, int rgb) {
        b.box(x, top, w - 1, low - top, 0, b.light.land(rgb));
        b.box(x - 1, top - 3, w + 1, 4, 1, Light.mix(b.light.land(rgb), b.light.land(0x5A4038), 0.5));
        for (double y = top + 6; y < low - 14; y += 12) {
            for (int k = 0; k < 2; k++) {
                b.box(x + w * (0.2 + 0.38 * k), y, w * 0.22, 7, 1, b.glowing(0xEAF6FF));
            }
        }
    }

    private static void lamp(Brush b, double x) {
        b.box(x - 1.2, 62, 2.4, 42, 1, b.light.land(0x4A4E5C));
        if (b.night()) {
            b.glow(x, 60, 18, new Color(0xFFE39A), 170);
        }
        b.oval(x, 60, 4.2, 4.6, b.glowing(0xFFF6DC));
    }

    static void village(Brush b) {
        Sky.paint(b, 64);
        b.hill(60, 9, b.between(0, 6), 1.3, 0xBEE09A, 0xA3D07E);
        b.hill(72, 5, b.between(0, 6), 1.7, 0xA4D67B, 0x8CC765);
        cottage(b, b.between(12, 24), 86, 34, 0xFFF1D6, 0xD9553F);
        cottage(b, b.between(100, 114), 88, 36, 0xFDE6C8, 0xC2483A);
        cottage(b, b.between(58, 70), 78, 24, 0xFFF6E3, 0xE07A4A);
        b.hill(88, 2, b.between(0, 6), 1.2, 0x96CE62, 0x66AC45);
        double bend = b.between(-12, 12);
        Path2D path = new Path2D.Double();
        path.moveTo(60, 87);
        path.curveTo(58 + bend, 98, 46, 108, 34, 128);
        path.lineTo(92, 128);
        path.curveTo(78, 110, 70 + bend, 98, 67, 87);
        path.closePath();
        b.fill(path, b.light.land(0xEED9A9));
        b.tree(b.random.nextBoolean() ? b.between(36, 42) : b.between(86, 92), 88, 30, 0x5FAF4F, 0x4C9846);
    }

    private static void cottage(Brush b, double x, double low, double w, int wall, int roof) {
        double h = w * 0.55;
        b.box(x + w * 0.18, low - h - w * 0.50, w * 0.14, w * 0.3, 0, b.light.land(0x9A6A55));
        b.box(x - w / 2, low - h, w, h, 0, b.light.land(wall));
        b.polygon(b.light.land(roof), x - w * 0.62, low - h + 1, x - w * 0.3, low - h - w * 0.45, x + w * 0.3,
                low - h - w * 0.45, x + w * 0.62, low - h + 1);
        b.box(x - w * 0.34, low - h * 0.72, w * 0.22, h * 0.42, 1, b.glowing(0x9FD4EE));
        b.box(x + w * 0.08, low - h * 0.7, w * 0.24, h * 0.7, 2, b.light.land(0x8A5A3B));
    }

    static void castle(Brush b) {
        Sky.paint(b, 76);
        b.hill(82, 8, 0, 1, 0xA9D58A, 0x7FBF62);
        double x = 64 + b.between(-14, 14);
        int stone = 0xE3DCEC;
        int shade = 0xC9BFDA;
        int roof = b.random.nextBoolean() ? 0xE0607A : 0x5B7FD1;
        tower(b, x - 36, 40, 16, 84, shade, roof);
        tower(b, x + 36, 40, 16, 84, shade, roof);
        b.box(x - 34, 56, 68, 30, 0, b.light.land(stone));
        for (int i = 0; i < 9; i++) {
            b.box(x - 34 + i * 8, 52, 4.5, 6, 0, b.light.land(stone));
        }
        tower(b, x - 15, 30, 15, 70, stone, roof);
        tower(b, x + 15, 30, 15, 70, stone, roof);
        tower(b, x, 20, 17, 74, shade, roof);
        b.box(x - 7, 68, 14, 24, 14, b.light.land(0x8B5E42));
        b.hill(86, 2, b.between(0, 6), 1.4, 0x94CD6E, 0x62A84A);
        Wilds.tufts(b, 0x579A42, 5);
    }

    private static void tower(Brush b, double x, double top, double w, double low, int stone, int roof) {
        b.box(x - w / 2, top, w, low - top, 0, b.light.land(stone));
        b.polygon(b.light.land(roof), x - w * 0.68, top + 1, x, top - w * 1.15, x + w * 0.68, top + 1);
        b.box(x - 2.2, top + 7, 4.4, 8, 4, b.glowing(0x6E7FB0));
    }

    static void garden(Brush b) {
        Sky.paint(b, 62);
        for (int i = 0; i < 7; i++) {
            double x = i * 21 + b.between(-5, 5);
            b.oval(x, 70, 16, b.between(14, 20), b.light.land(i % 2 == 0 ? 0x6DB86A : 0x82C878));
        }
        b.hill(76, 0, 0, 1, 0x6DB86A, 0x7CBF5A);
        for (int i = 0; i < 12; i++) {
            double x = i * 11.2 - 2;
            b.polygon(b.light.land(0xFFFDF6), x, 92, x, 63, x + 3.5, 58, x + 7, 63, x + 7, 92);
        }
        b.box(0, 69, 128, 3.4, 0, b.light.land(0xF0E6D8));
        b.box(0, 82, 128, 3.4, 0, b.light.land(0xF0E6D8));
        b.hill(92, 1.5, b.between(0, 6), 1.6, 0x9AD267, 0x6DB54A);
        int[] petals = {0xF0506E, 0xFFC83D, 0xB577E8, 0xFF8A4C};
        for (int i = 0; i < 8; i++) {
            double x = 4 + i * 17 + b.between(-3, 3);
            double y = b.between(80, 87);
            b.g.setColor(b.light.land(0x4C9A3F));
            b.g.setStroke(new BasicStroke(1.6f));
            b.g.draw(new Line2D.Double(x, y, x, 97));
            b.bloom(x, y, b.between(4.6, 6), petals[b.random.nextInt(petals.length)]);
        }
    }

    static void bedroom(Brush b) {
        Color wall = b.light.land(new int[] {0xF9E3C4, 0xCFE6EC, 0xF4D3D5}[b.random.nextInt(3)]);
        if (b.night()) {
            wall = Light.mix(wall, new Color(0x5C5A8C), 0.55);
        }
        b.vertical(0, 94, Light.mix(wall, Color.WHITE, 0.08), wall);
        boolean left = b.random.nextBoolean();
        window(b, left ? b.between(10, 16) : b.between(74, 80));
        b.vertical(92, 36, b.light.land(0xD9A066), b.light.land(0xB97C48));
        b.box(0, 90, 128, 4, 0, b.light.land(0xFFF5E6));
        b.oval(64, 116, 54, 11, b.light.land(0xE98F8B));
        b.oval(64, 116, 45, 8.5, b.light.land(0xF7C6B4));
        bed(b, left ? 84 : -4, left);
    }

    static void window(Brush b, double x) {
        b.box(x - 3, 9, 44, 48, 4, b.light.land(0xFFFFFF));
        Shape clip = b.g.getClip();
        b.g.clip(new RoundRectangle2D.Double(x, 12, 38, 42, 2, 2));
        b.vertical(10, 46, b.light.skyTop, b.light.skyLow);
        switch (b.light) {
            case DAY -> {
                b.oval(x + 28, 22, 6, 6, new Color(0xFFDD55));
                b.oval(x + 8, 58, 18, 12, b.light.land(0x8CCB68));
            }
            case SUNSET -> {
                b.oval(x + 12, 44, 9, 9, new Color(0xFF7A45));
                b.oval(x + 28, 58, 18, 10, b.light.land(0x8CCB68));
            }
            case DAWN -> {
                b.glow(x + 12, 44, 20, new Color(0xFFFBEA), 235);
                b.oval(x + 12, 44, 5.5, 5.5, new Color(0xFFFEF6));
                b.oval(x + 28, 58, 18, 10, b.light.land(0x8CCB68));
            }
            case NIGHT -> {
                for (int i = 0; i < 6; i++) {
                    b.oval(x + b.between(2, 36), b.between(15, 50), 1, 1, new Color(0xFFF9DC));
                }
                b.oval(x + 27, 23, 6.5, 6.5, new Color(0xFFF6D6));
            }
        }
        b.g.setClip(clip);
        b.box(x + 17.8, 12, 2.4, 42, 0, b.light.land(0xFFFFFF));
        b.box(x, 31.8, 38, 2.4, 0, b.light.land(0xFFFFFF));
    }

    private static void bed(Brush b, double x, boolean headRight) {
        int quilt = 0x6FA8DC;
        double head = headRight ? x + 42 : x;
        b.box(head, 56, 6, 46, 4, b.light.land(0x9A6237));
        b.box(x, 80, 48, 16, 4, b.light.land(quilt));
        b.box(x, 78, 48, 6, 4, b.light.land(0xBFE0F5));
        b.box(headRight ? x + 26 : x + 6, 72, 17, 9, 6, b.light.land(0xFFFFFF));
        b.box(x, 94, 48, 5, 1, b.light.land(0x9A6237));
    }
}
