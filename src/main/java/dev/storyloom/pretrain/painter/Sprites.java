package dev.storyloom.pretrain.painter;

import java.awt.Graphics2D;
import java.awt.image.BufferedImage;
import java.util.HashMap;
import java.util.Map;

/** Figures and things at the few sizes that scenes use, each lit once and kept, because scaling well is slow. */
final class Sprites {
    /** Largest area of a figure, as a share of its wanted height squared. */
    private static final double AREA = 0.80;

    private final ArtLibrary art;
    private final FigureWorkshop workshop;
    private final Map<Object, BufferedImage> kept = new HashMap<>();

    private record Wanted(Object what, int variant, int size, Light light, boolean mirrored) {
    }

    Sprites(ArtLibrary art) {
        this.art = art;
        this.workshop = new FigureWorkshop(art);
    }

    boolean hands(Subject subject) {
        return workshop.figure(subject, 0).hands();
    }

    /** The subject at the height, or lower where it is so broad that it would fill the picture. */
    BufferedImage subject(Subject subject, int variant, int height, Light light, boolean mirrored) {
        return kept(new Wanted(subject, variant, height, light, mirrored), workshop.figure(subject, variant).image());
    }

    BufferedImage prop(Prop prop, int size, Light light, boolean mirrored) {
        return kept(new Wanted(prop, 0, size, light, mirrored), null);
    }

    private synchronized BufferedImage kept(Wanted wanted, BufferedImage source) {
        return kept.computeIfAbsent(wanted, w -> {
            BufferedImage from = source == null ? trim(art.drawing(((Prop) wanted.what).art())) : source;
            double scale = source == null ? wanted.size / (double) Math.max(from.getHeight(), from.getWidth())
                    : Math.min(wanted.size / (double) from.getHeight(),
                            wanted.size * Math.sqrt(AREA / ((double) from.getWidth() * from.getHeight())));
            BufferedImage image = scaled(from, scale, wanted.mirrored);
            boolean shines = wanted.what == Prop.LANTERN || wanted.what == Prop.STAR;
            (shines ? Light.DAY : wanted.light).figure(image);
            return image;
        });
    }

    /** Cuts away transparent margins. */
    static BufferedImage trim(BufferedImage image) {
        int left = image.getWidth();
        int right = -1;
        int top = image.getHeight();
        int low = -1;
        for (int y = 0; y < image.getHeight(); y++) {
            for (int x = 0; x < image.getWidth(); x++) {
                if (image.getRGB(x, y) >>> 24 > 40) {
                    left = Math.min(left, x);
                    right = Math.max(right, x);
                    top = Math.min(top, y);
                    low = Math.max(low, y);
                }
            }
        }
        return image.getSubimage(left, top, right - left + 1, low - top + 1);
    }

    /** Averages all source pixels of a target pixel, premultiplied, so that thin lines stay. */
    private static BufferedImage scaled(BufferedImage from, double scale, boolean mirrored) {
        int w = Math.max(1, (int) Math.round(from.getWidth() * scale));
        int h = Math.max(1, (int) Math.round(from.getHeight() * scale));
        BufferedImage big = new BufferedImage(w * 4, h * 4, BufferedImage.TYPE_INT_ARGB);
        Graphics2D g = big.createGraphics();
        Brush.smooth(g);
        g.drawImage(from, mirrored ? w * 4 : 0, 0, mirrored ? -w * 4 : w * 4, h * 4, null);
        g.dispose();
        BufferedImage image = new BufferedImage(w, h, BufferedImage.TYPE_INT_ARGB);
        for (int y = 0; y < h; y++) {
            for (int x = 0; x < w; x++) {
                image.setRGB(x, y, average(big, x * 4, y * 4));
            }
        }
        return image;
    }

    private static int average(BufferedImage big, int x0, int y0) {
        int a = 0;
        int r = 0;
        int g = 0;
        int b = 0;
        for (int y = y0; y < y0 + 4; y++) {
            for (int x = x0; x < x0 + 4; x++) {
                int p = big.getRGB(x, y);
                int alpha = p >>> 24;
                a += alpha;
                r += alpha * (p >> 16 & 255);
                g += alpha * (p >> 8 & 255);
                b += alpha * (p & 255);
            }
        }
        return a == 0 ? 0 : a / 16 << 24 | r / a << 16 | g / a << 8 | b / a;
    }
}
