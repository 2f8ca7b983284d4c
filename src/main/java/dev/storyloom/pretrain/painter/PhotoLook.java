package dev.storyloom.pretrain.painter;

import java.awt.AlphaComposite;
import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.image.BufferedImage;
import java.util.random.RandomGenerator;

/** Makes a flat figure look like a toy in a photograph: rounded by light, on a textured surface, blurred and grainy. */
final class PhotoLook {
    private static final int SIZE = Brush.SIZE;

    private final Sprites sprites;

    PhotoLook(Sprites sprites) {
        this.sprites = sprites;
    }

    BufferedImage paint(Subject subject, Surface surface, RandomGenerator random) {
        BufferedImage image = new BufferedImage(SIZE, SIZE, BufferedImage.TYPE_INT_RGB);
        background(image, surface, random);
        boolean fromRight = random.nextBoolean();
        int height = 84 + 6 * random.nextInt(4);
        BufferedImage flat = sprites.subject(subject, random.nextInt(subject.variants()), height, Light.DAY,
                random.nextBoolean());
        int x = 64 - flat.getWidth() / 2 + random.nextInt(21) - 10;
        int low = 112 + random.nextInt(10);
        double[] solid = new double[SIZE * SIZE];
        int[] paint = new int[SIZE * SIZE];
        for (int v = 0; v < flat.getHeight(); v++) {
            for (int u = 0; u < flat.getWidth(); u++) {
                int px = x + u;
                int py = low - flat.getHeight() + v;
                if (px >= 0 && px < SIZE && py >= 0 && py < SIZE) {
                    solid[py * SIZE + px] = (flat.getRGB(u, v) >>> 24) / 255.0;
                    paint[py * SIZE + px] = flat.getRGB(u, v);
                }
            }
        }
        double[] shadow = blur(blur(solid, 5), 5);
        double[] round = blur(blur(solid, 3), 4);
        double warm = random.nextDouble() * 0.16 - 0.06;
        double corner = 0.25 + random.nextDouble() * 0.25;
        double grain = 1.5 + random.nextDouble() * 3;
        int dx = fromRight ? -7 : 7;
        int[] out = new int[SIZE * SIZE];
        for (int py = 0; py < SIZE; py++) {
            for (int px = 0; px < SIZE; px++) {
                int i = py * SIZE + px;
                int behind = image.getRGB(px, py);
                double cast = 1 - 0.55 * at(shadow, px - dx, py - 3);
                int lit = fromRight ? 2 : -2;
                double side = at(round, px + lit, py - 2) - at(round, px - lit, py + 2);
                double shade = (0.84 + 0.16 * round[i] - 0.9 * side) * (1 + grain / 130 * noise(random));
                double fall = 1.06 - corner * distance(px, py, fromRight);
                double n = noise(random) * grain;
                double a = solid[i];
                int rgb = 0;
                for (int bits = 16; bits >= 0; bits -= 8) {
                    double toy = (paint[i] >> bits & 255) * shade;
                    double ground = (behind >> bits & 255) * cast;
                    double gain = fall * (1 + (bits - 8) / 8 * warm);
                    rgb = rgb << 8 | channel(a * toy + (1 - a) * ground, gain, n);
                }
                out[i] = rgb;
            }
        }
        image.setRGB(0, 0, SIZE, SIZE, out, 0, SIZE);
        return soften(image, random.nextDouble() * 0.5);
    }

    private static void background(BufferedImage image, Surface surface, RandomGenerator random) {
        Brush b = new Brush(image, Light.DAY, random);
        int horizon = 66 + random.nextInt(20);
        Color wall = new Color[] {new Color(0xD8CDBC), new Color(0xB9C4C9), new Color(0xC9B7A6), new Color(0x9DA893)}
                [random.nextInt(4)];
        b.vertical(0, 128, Light.mix(wall, Color.WHITE, 0.2), Light.mix(wall, Color.BLACK, 0.12));
        switch (surface) {
            case TABLE, SHELF -> {
                Color wood = surface == Surface.TABLE ? new Color(0xA9744A) : new Color(0x7C5638);
                b.vertical(horizon, 128 - horizon, wood, Light.mix(wood, Color.BLACK, 0.2));
                for (int i = 0; i < 14; i++) {
                    b.box(0, horizon + b.between(1, 60), 128, b.between(0.6, 1.6), 0, new Color(70, 40, 20, 45));
                }
                if (surface == Surface.SHELF) {
                    for (double x = 0; x < 128;) {
                        double w = b.between(7, 13);
                        b.box(x, horizon - b.between(30, 46), w - 1, 60, 1,
                                Color.getHSBColor(random.nextFloat(), 0.45f, 0.55f));
                        x += w;
                    }
                    b.vertical(horizon, 128 - horizon, wood, Light.mix(wood, Color.BLACK, 0.2));
                }
            }
            case CARPET -> {
                b.vertical(0, 128, new Color(0x8A6F7E), new Color(0xA98A92));
                speckle(b, 900, 0xB39A9E, 0x836775);
            }
            case GRASS -> {
                b.vertical(0, 128, new Color(0x6E9A4B), new Color(0x4F7F37));
                speckle(b, 900, 0x7FAE54, 0x4A7734);
            }
            case SOFA -> {
                Color cloth = Color.getHSBColor(random.nextFloat(), 0.32f, 0.58f);
                b.vertical(0, horizon, Light.mix(cloth, Color.WHITE, 0.15), cloth);
                b.vertical(horizon, 128 - horizon, Light.mix(cloth, Color.WHITE, 0.1),
                        Light.mix(cloth, Color.BLACK, 0.2));
                b.box(0, horizon - 1.5, 128, 3, 0, Light.mix(cloth, Color.BLACK, 0.4));
                b.box(62, 0, 2, horizon, 0, Light.mix(cloth, Color.BLACK, 0.25));
            }
            case STUDIO -> {
                Color paper = Color.getHSBColor(random.nextFloat(), 0.15f, 0.85f);
                b.vertical(0, 128, Light.mix(paper, Color.WHITE, 0.25), Light.mix(paper, Color.BLACK, 0.1));
            }
        }
        b.done();
    }

    private static void speckle(Brush b, int count, int bright, int dark) {
        for (int i = 0; i < count; i++) {
            b.g.setColor(new Color(i % 2 == 0 ? bright : dark));
            b.g.fillRect(b.random.nextInt(128), b.random.nextInt(128), 1, 2 + b.random.nextInt(2));
        }
    }

    private static double distance(int x, int y, boolean fromRight) {
        double dx = (x - (fromRight ? 100 : 28)) / 128.0;
        double dy = (y - 24) / 128.0;
        return Math.sqrt(dx * dx + dy * dy);
    }

    private static double at(double[] plane, int x, int y) {
        return plane[Math.max(0, Math.min(SIZE - 1, y)) * SIZE + Math.max(0, Math.min(SIZE - 1, x))];
    }

    /** Roughly normal, of standard deviation 1. */
    private static double noise(RandomGenerator random) {
        return (random.nextDouble() + random.nextDouble() + random.nextDouble() - 1.5) * 2;
    }

    private static int channel(double value, double gain, double noise) {
        return (int) Math.max(0, Math.min(255, value * gain + noise));
    }

    private static double[] blur(double[] plane, int radius) {
        double[] across = new double[plane.length];
        double[] out = new double[plane.length];
        for (int line = 0; line < SIZE; line++) {
            for (int k = 0; k < SIZE; k++) {
                double sum = 0;
                for (int d = -radius; d <= radius; d++) {
                    sum += at(plane, k + d, line);
                }
                across[line * SIZE + k] = sum / (2 * radius + 1);
            }
        }
        for (int line = 0; line < SIZE; line++) {
            for (int k = 0; k < SIZE; k++) {
                double sum = 0;
                for (int d = -radius; d <= radius; d++) {
                    sum += at(across, line, k + d);
                }
                out[k * SIZE + line] = sum / (2 * radius + 1);
            }
        }
        return out;
    }

    private static BufferedImage soften(BufferedImage image, double share) {
        BufferedImage out = new BufferedImage(SIZE, SIZE, BufferedImage.TYPE_INT_RGB);
        Graphics2D g = out.createGraphics();
        g.drawImage(image, 0, 0, null);
        g.setComposite(AlphaComposite.SrcOver.derive((float) (share * 0.6)));
        g.drawImage(image, 1, 0, null);
        g.drawImage(image, 0, 1, null);
        g.dispose();
        return out;
    }
}
