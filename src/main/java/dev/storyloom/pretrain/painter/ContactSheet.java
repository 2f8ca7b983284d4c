package dev.storyloom.pretrain.painter;

import java.awt.Color;
import java.awt.Font;
import java.awt.Graphics2D;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Path;
import java.util.SplittableRandom;
import javax.imageio.ImageIO;

/** A grid of pictures with their captions, one a seed, to look at what the model is going to learn from. */
public final class ContactSheet {
    private static final int COLUMNS = 8;
    private static final int GAP = 6;
    private static final int LINES = 4;

    private ContactSheet() {
    }

    /** Paints {@code count} pictures with the seeds from {@code first} on into a PNG. */
    public static void write(ScenePainter painter, long first, int count, Path file) throws IOException {
        ImageIO.write(paint(painter, first, count), "png", file.toFile());
    }

    private static BufferedImage paint(ScenePainter painter, long first, int count) {
        int across = Brush.SIZE + GAP;
        int down = Brush.SIZE + GAP + LINES * 10;
        BufferedImage sheet = new BufferedImage(COLUMNS * across + GAP, (count + COLUMNS - 1) / COLUMNS * down + GAP,
                BufferedImage.TYPE_INT_RGB);
        Graphics2D g = sheet.createGraphics();
        Brush.smooth(g);
        g.setColor(new Color(0xFBF4E7));
        g.fillRect(0, 0, sheet.getWidth(), sheet.getHeight());
        g.setFont(new Font(Font.SANS_SERIF, Font.PLAIN, 9));
        for (int i = 0; i < count; i++) {
            PaintedScene scene = painter.paint(new SplittableRandom(first + i));
            int x = GAP + i % COLUMNS * across;
            int y = GAP + i / COLUMNS * down;
            g.drawImage(scene.image(), x, y, null);
            g.setColor(new Color(0x3A3030));
            write(g, scene.caption().whole(), x, y + Brush.SIZE + 9);
        }
        g.dispose();
        return sheet;
    }

    private static void write(Graphics2D g, String text, int x, int y) {
        StringBuilder line = new StringBuilder();
        for (String word : text.split(" ")) {
            if (g.getFontMetrics().stringWidth(line + word) > Brush.SIZE) {
                g.drawString(line.toString(), x, y);
                y += 10;
                line.setLength(0);
            }
            line.append(word).append(' ');
        }
        g.drawString(line.toString(), x, y);
    }
}
