package dev.storyloom.pretrain.painter;

import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Path;
import java.util.SplittableRandom;
import javax.imageio.ImageIO;

/** A grid of the first pictures of a seed, to look at what the model is going to learn from. */
final class ContactSheet {
    private static final int GAP = 4;

    private ContactSheet() {
    }

    /** Arguments: the collection's icons.json, the PNG to write, a seed, columns, rows. */
    public static void main(String[] args) throws IOException {
        ScenePainter painter = new ScenePainter(ArtLibrary.load(Path.of(args[0])));
        BufferedImage sheet = paint(painter, Long.parseLong(args[2]), Integer.parseInt(args[3]),
                Integer.parseInt(args[4]));
        ImageIO.write(sheet, "png", Path.of(args[1]).toFile());
    }

    static BufferedImage paint(ScenePainter painter, long seed, int columns, int rows) {
        int step = Brush.SIZE + GAP;
        BufferedImage sheet = new BufferedImage(columns * step + GAP, rows * step + GAP, BufferedImage.TYPE_INT_RGB);
        Graphics2D g = sheet.createGraphics();
        g.setColor(new Color(0xFBF4E7));
        g.fillRect(0, 0, sheet.getWidth(), sheet.getHeight());
        SplittableRandom random = new SplittableRandom(seed);
        for (int i = 0; i < columns * rows; i++) {
            g.drawImage(painter.paint(random).image(), GAP + i % columns * step, GAP + i / columns * step, null);
        }
        g.dispose();
        return sheet;
    }
}
