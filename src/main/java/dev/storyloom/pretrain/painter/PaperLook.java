package dev.storyloom.pretrain.painter;

/** Pictures made of paper and of ink: flat patches of few colours, and what their edges do. */
final class PaperLook {
    private static final int SIZE = Brush.SIZE;

    /** Shell white, straw, sappan red, rust, gardenia yellow, verdigris, leaf, indigo, deep indigo, soot. */
    private static final int[] INKS = {
        0xF4E9D2, 0xE0C08A, 0xC23A2B, 0xD9742E, 0xE9B73B, 0x5FA08A, 0x4C7A3D, 0x6F8FB8, 0x2C4470, 0x2A211D
    };

    private PaperLook() {
    }

    /** Patches of one colour each, with a bright cut edge above and a soft shadow below. */
    static void cut(float[][] image, int ox, int oy) {
        float[][] soft = Planes.blurred(image, 1);
        int[] patch = new int[SIZE * SIZE];
        for (int i = 0; i < patch.length; i++) {
            patch[i] = level(soft[0][i]) << 16 | level(soft[1][i]) << 8 | level(soft[2][i]);
        }
        patch = agreed(agreed(patch));
        float[] shade = new float[patch.length];
        for (int y = 0; y < SIZE; y++) {
            for (int x = 0; x < SIZE; x++) {
                int i = y * SIZE + x;
                int above = patch[Math.max(0, y - 3) * SIZE + Math.max(0, x - 2)];
                int below = patch[Math.min(SIZE - 1, y + 1) * SIZE + Math.min(SIZE - 1, x + 1)];
                shade[i] = above != patch[i] ? -48 : below != patch[i] ? 26 : 0;
            }
        }
        float[] drop = Planes.blurred(shade, 1);
        for (int i = 0; i < patch.length; i++) {
            int x = i % SIZE;
            int y = i / SIZE;
            float paper = 3.5f * Planes.streak(x + ox, y + oy) + 3 * Planes.smooth(x + oy, y + ox);
            for (int c = 0; c < 3; c++) {
                image[c][i] = (patch[i] >> 16 - 8 * c & 255) + drop[i] + paper;
            }
        }
    }

    /** The nearest ink for every patch, black lines between them, and shells that glitter in the paper. */
    static void print(float[][] image, int ox, int oy) {
        float[][] soft = Planes.blurred(image, 1);
        int[] patch = new int[SIZE * SIZE];
        for (int i = 0; i < patch.length; i++) {
            patch[i] = ink(soft[0][i], soft[1][i], soft[2][i]);
        }
        patch = agreed(agreed(patch));
        float[] line = new float[patch.length];
        for (int y = 0; y < SIZE - 1; y++) {
            for (int x = 0; x < SIZE - 1; x++) {
                int i = y * SIZE + x;
                line[i] = patch[i] != patch[i + 1] || patch[i] != patch[i + SIZE] ? 1 : 0;
            }
        }
        float[] black = Planes.blurred(line, 1);
        for (int i = 0; i < patch.length; i++) {
            int x = i % SIZE;
            int y = i / SIZE;
            float dark = Math.min(0.9f, Math.max(0, black[i] * 2.4f - 0.15f));
            float shell = 5 * Planes.streak(x + ox, y + oy) + 4 * Planes.smooth(x + oy, y + ox);
            for (int c = 0; c < 3; c++) {
                float colour = INKS[patch[i]] >> 16 - 8 * c & 255;
                float soot = INKS[INKS.length - 1] >> 16 - 8 * c & 255;
                image[c][i] = colour + (soot - colour) * dark + shell;
            }
        }
    }

    /** Five steps of brightness. */
    private static int level(float value) {
        return Math.max(0, Math.min(255, Math.round(value / 51) * 51));
    }

    /** Bright and pale colours are the paper; the rest goes to the ink that is nearest, with hue before brightness. */
    private static int ink(float red, float green, float blue) {
        int nearest = 0;
        double least = Double.MAX_VALUE;
        float mean = (red + green + blue) / 3;
        for (int k = 0; k < INKS.length; k++) {
            int r = INKS[k] >> 16 & 255;
            int g = INKS[k] >> 8 & 255;
            int b = INKS[k] & 255;
            float own = (r + g + b) / 3f;
            double hue = sq(1.2f * (red - mean) - (r - own)) + sq(1.2f * (green - mean) - (g - own))
                    + sq(1.2f * (blue - mean) - (b - own));
            double distance = 2 * hue + sq(mean - own);
            if (distance < least) {
                least = distance;
                nearest = k;
            }
        }
        return nearest;
    }

    private static float sq(float x) {
        return x * x;
    }

    /** What most of the five by five around each pixel are: no crumbs. */
    private static int[] agreed(int[] patch) {
        int[] out = new int[patch.length];
        int[] seen = new int[25];
        for (int y = 0; y < SIZE; y++) {
            for (int x = 0; x < SIZE; x++) {
                int n = 0;
                for (int dy = -2; dy <= 2; dy++) {
                    for (int dx = -2; dx <= 2; dx++) {
                        int sy = Math.max(0, Math.min(SIZE - 1, y + dy));
                        int sx = Math.max(0, Math.min(SIZE - 1, x + dx));
                        seen[n++] = patch[sy * SIZE + sx];
                    }
                }
                out[y * SIZE + x] = most(seen);
            }
        }
        return out;
    }

    private static int most(int[] values) {
        int best = values[12];
        int count = 0;
        for (int candidate : values) {
            int same = 0;
            for (int value : values) {
                same += value == candidate ? 1 : 0;
            }
            if (same > count) {
                count = same;
                best = candidate;
            }
        }
        return best;
    }
}
