package dev.storyloom.pretrain.painter;

import java.awt.image.BufferedImage;
import java.util.random.RandomGenerator;

/**
 * How pictures look that the bundled model is not taught in its pre-training: each is learned afterwards as a LoRA of its
 * own, a style adapter.
 *
 * <p>The prompt's words are those that a story in this look is painted with.
 */
public enum Look {
    /** Layers of coloured paper, each throwing a shadow on the one below. */
    PAPER_CUT("paper cut-out collage, layered paper") {
        @Override
        void apply(float[][] image, int ox, int oy) {
            PaperLook.cut(image, ox, oy);
        }
    },
    /** Woodcuts of Đông Hồ: few colours of plants and shells, printed under a black outline on shining shell paper. */
    FOLK_PRINT("dong ho folk woodblock print") {
        @Override
        void apply(float[][] image, int ox, int oy) {
            PaperLook.print(image, ox, oy);
        }
    };

    private final String words;

    Look(String words) {
        this.words = words;
    }

    /** The words of a prompt that ask for it. */
    public String words() {
        return words;
    }

    /** Of its files, and of the style that uses it. */
    public String key() {
        return name().toLowerCase(java.util.Locale.ROOT);
    }

    /** Changes planes 0 to 255; {@code ox}, {@code oy} move the grain of the paper. */
    abstract void apply(float[][] image, int ox, int oy);

    /** {@code image} in this look. */
    BufferedImage of(BufferedImage image, RandomGenerator random) {
        float[][] planes = Planes.of(image);
        apply(planes, random.nextInt(256), random.nextInt(256));
        Planes.put(planes, image);
        return image;
    }
}
