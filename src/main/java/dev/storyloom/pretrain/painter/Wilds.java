package dev.storyloom.pretrain.painter;

import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.geom.Arc2D;
import java.awt.geom.Path2D;

/** Places without people: forest, meadow, beach, snow, mountains. */
final class Wilds {
    private static final int[] PETALS = {0xFFFFFF, 0xFF8FB1, 0xFFD84D, 0xC89BFF};

    private Wilds() {
    }

    static void forest(Brush b) {
        Sky.paint(b, 70);
        for (int i = 0; i < 9; i++) {
            double x = i * 16 + b.between(-4, 4);
            b.oval(x, 62 + b.between(-4, 4), 14, 20, b.light.land(0x8FC7A0));
        }
        b.hill(68, 3, b.between(0, 3), 1.5, 0x8FC7A0, 0x6DB07C);
        for (int i = 0; i < 5; i++) {
            b.pine(8 + i * 28 + b.between(-5, 5), 84, b.between(46, 58), 0x4E9F6C, false);
        }
        b.hill(84, 3, b.between(0, 3), 1.5, 0x7DBB5B, 0x4C8E40);
        b.tree(b.between(2, 14), 100, b.between(82, 96), 0x3E8F4B, 0x2F7440);
        b.tree(b.between(114, 126), 98, b.between(82, 96), 0x469A50, 0x337A45);
        tufts(b, 0x3F7F38, 7);
        toadstool(b, b.random.nextBoolean() ? b.between(8, 20) : b.between(108, 120), b.between(108, 118));
    }

    static void meadow(Brush b) {
        Sky.paint(b, 66);
        b.hill(62, 8, b.between(0, 6), 1.3, 0xB7DF8C, 0x9BD06F);
        for (int i = 0; i < 2; i++) {
            b.tree(b.between(10, 118), 70, b.between(20, 26), 0x6DB457, 0x559E4B);
        }
        b.hill(74, 6, b.between(0, 6), 1.6, 0xA6DA66, 0x86C850);
        b.hill(88, 3, b.between(0, 6), 1.2, 0x95D257, 0x62AE3D);
        for (int i = 0; i < 14; i++) {
            double y = b.between(88, 124);
            b.bloom(b.between(4, 124), y, 1.5 + (y - 86) / 16, PETALS[b.random.nextInt(PETALS.length)]);
        }
    }

    static void beach(Brush b) {
        Sky.paint(b, 60);
        b.vertical(58, 34, b.light.land(0x2E9FD0), b.light.land(0x6FD3DC));
        b.g.setStroke(new BasicStroke(1.2f));
        for (int i = 0; i < 7; i++) {
            double x = b.between(0, 112);
            double y = 62 + i * 3.2;
            b.box(x, y, b.between(8, 18), 1.2, 1, b.light.land(0xE4FAFF, 190));
        }
        b.hill(88, 3, b.between(0, 6), 1.8, 0xFFFFFF, 0xF5E3B2);
        b.hill(91, 3, b.between(0, 6), 1.8, 0xF8E2A6, 0xE9C57C);
        boolean left = b.random.nextBoolean();
        palm(b, left ? b.between(8, 16) : b.between(112, 120), 104, left ? 1 : -1);
        for (int i = 0; i < 5; i++) {
            b.oval(b.between(6, 122), b.between(100, 124), 1.8, 1.2, b.light.land(0xD7A95C));
        }
        double sx = b.between(14, 114);
        b.oval(sx, 121, 3.2, 2.4, b.light.land(0xF39C8B));
    }

    private static void palm(Brush b, double x, double y, int lean) {
        Path2D trunk = new Path2D.Double();
        trunk.moveTo(x, y);
        trunk.quadTo(x - lean * 2, y - 30, x + lean * 8, y - 58);
        b.g.setColor(b.light.land(0x9A6B3F));
        b.g.setStroke(new BasicStroke(5f, BasicStroke.CAP_ROUND, BasicStroke.JOIN_ROUND));
        b.g.draw(trunk);
        double cx = x + lean * 8;
        double cy = y - 58;
        for (int i = 0; i < 6; i++) {
            double a = Math.PI * (0.05 + i * 0.18);
            Path2D leaf = new Path2D.Double();
            double tx = cx - Math.cos(a) * 27;
            double ty = cy - Math.sin(a) * 15 + 8;
            leaf.moveTo(cx, cy);
            leaf.quadTo((cx + tx) / 2, (cy + ty) / 2 - 12, tx, ty);
            leaf.quadTo((cx + tx) / 2, (cy + ty) / 2 - 3, cx, cy);
            b.fill(leaf, b.light.land(i % 2 == 0 ? 0x3FA257 : 0x2F8A4C));
        }
        b.oval(cx - 2, cy + 2, 2.6, 2.6, b.light.land(0x7A4A2A));
        b.oval(cx + 3, cy + 3, 2.6, 2.6, b.light.land(0x7A4A2A));
    }

    static void snow(Brush b) {
        Sky.paint(b, 70);
        b.hill(64, 7, b.between(0, 6), 1.4, 0xDCEBF7, 0xC6DDF0);
        for (int i = 0; i < 5; i++) {
            b.pine(10 + i * 27 + b.between(-7, 7), 82 + b.between(-3, 2), b.between(26, 38), 0x3F8C77, true);
        }
        b.hill(80, 4, b.between(0, 6), 1.5, 0xF4FAFF, 0xDDEBF7);
        b.hill(93, 3, b.between(0, 6), 1.3, 0xFFFFFF, 0xD3E4F3);
        b.pine(b.random.nextBoolean() ? b.between(4, 14) : b.between(114, 124), 104, b.between(54, 66), 0x2F7A68, true);
    }

    static void mountains(Brush b) {
        Sky.paint(b, 78);
        peak(b, b.between(20, 40), 88, b.between(30, 40), 46, 0x9AA5CE);
        peak(b, b.between(92, 112), 88, b.between(26, 38), 48, 0x94A0CB);
        peak(b, b.between(56, 76), 90, b.between(22, 30), 44, 0x7683B8);
        b.hill(84, 2, b.between(0, 6), 1.2, 0x7683B8, 0x6C9F92);
        b.hill(86, 4, b.between(0, 6), 1.8, 0x7FB38A, 0x5D9A70);
        for (int i = 0; i < 7; i++) {
            b.pine(6 + i * 19 + b.between(-5, 5), 93 + b.between(-2, 2), b.between(13, 20), 0x3F7F63, false);
        }
        b.hill(96, 3, b.between(0, 6), 1.2, 0x98C777, 0x6AA455);
        for (int i = 0; i < 4; i++) {
            b.oval(b.between(4, 124), b.between(102, 124), b.between(2.5, 5), b.between(2, 3), b.light.land(0xA7A9B4));
        }
    }

    private static void peak(Brush b, double x, double base, double top, double half, int rgb) {
        b.polygon(b.light.land(rgb), x - half, base, x, top, x + half, base);
        Color dark = Light.mix(b.light.land(rgb), b.light.land(0x4C5688), 0.45);
        b.polygon(dark, x, top, x + half, base, x + half * 0.2, base, x + half * 0.08, top + 30);
        double s = 0.34;
        double cap = top + (base - top) * s;
        b.polygon(b.light.land(0xFFFFFF), x - half * s, cap, x, top, x + half * s, cap,
                x + half * 0.16, cap - 4, x + half * 0.03, cap + 5, x - half * 0.14, cap - 3);
    }

    static void tufts(Brush b, int rgb, int count) {
        for (int i = 0; i < count; i++) {
            double x = b.between(4, 124);
            double y = b.between(94, 124);
            double h = 3 + (y - 90) / 9;
            b.polygon(b.light.land(rgb), x - 3, y, x - 3.6, y - h * 0.8, x - 1, y - 1, x, y - h, x + 1, y - 1,
                    x + 3.6, y - h * 0.8, x + 3, y);
        }
    }

    private static void toadstool(Brush b, double x, double y) {
        b.box(x - 1.8, y - 6, 3.6, 7, 2, b.light.land(0xF7EBD3));
        b.g.setColor(b.light.land(0xE3483B));
        b.g.fill(new Arc2D.Double(x - 6, y - 12, 12, 13, 0, 180, Arc2D.CHORD));
        b.oval(x - 2.2, y - 9, 1.3, 1.2, b.light.land(0xFFFFFF));
        b.oval(x + 2.4, y - 8, 1.2, 1, b.light.land(0xFFFFFF));
    }
}
