package dev.storyloom.pretrain.painter;

import java.awt.Graphics2D;
import java.awt.geom.AffineTransform;
import java.awt.image.BufferedImage;
import java.util.ArrayList;
import java.util.List;

/** A drawing in halving sizes, so that it can be drawn at any scale without losing thin lines. */
final class Sprite {
    private final List<BufferedImage> levels = new ArrayList<>();

    Sprite(BufferedImage image) {
        levels.add(premultiplied(image));
        while (levels.get(levels.size() - 1).getHeight() > 24 && levels.get(levels.size() - 1).getWidth() > 24) {
            levels.add(halved(levels.get(levels.size() - 1)));
        }
    }

    /** Width over height. */
    double aspect() {
        return (double) levels.get(0).getWidth() / levels.get(0).getHeight();
    }

    /** Fills the rectangle in the user space of {@code g}. */
    void draw(Graphics2D g, double x, double y, double w, double h) {
        double scale = Math.sqrt(Math.abs(g.getTransform().getDeterminant()));
        int level = 0;
        while (level + 1 < levels.size() && levels.get(level + 1).getHeight() >= h * scale * 0.95) {
            level++;
        }
        BufferedImage image = levels.get(level);
        AffineTransform at = AffineTransform.getTranslateInstance(x, y);
        at.scale(w / image.getWidth(), h / image.getHeight());
        g.drawImage(image, at, null);
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

    private static BufferedImage premultiplied(BufferedImage image) {
        BufferedImage out = new BufferedImage(image.getWidth(), image.getHeight(),
                BufferedImage.TYPE_INT_ARGB_PRE);
        Graphics2D g = out.createGraphics();
        g.drawImage(image, 0, 0, null);
        g.dispose();
        return out;
    }

    private static BufferedImage halved(BufferedImage image) {
        BufferedImage out = new BufferedImage(image.getWidth() / 2, image.getHeight() / 2,
                BufferedImage.TYPE_INT_ARGB_PRE);
        Graphics2D g = out.createGraphics();
        Brush.smooth(g);
        g.drawImage(image, 0, 0, out.getWidth(), out.getHeight(), null);
        g.dispose();
        return out;
    }
}
