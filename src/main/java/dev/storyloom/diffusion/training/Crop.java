package dev.storyloom.diffusion.training;

/**
 * A picture cut to the model's size.
 *
 * @param timeIds original height and width, crop top and left, target height and width
 */
public record Crop(Photo picture, double[] timeIds) {

    /**
     * Where and how pictures are cut.
     *
     * @param centre the middle instead of a random place
     * @param flip   half of the pictures left and right exchanged
     */
    public record Framing(boolean centre, boolean flip, Resampling filter) {

        public static final Framing RANDOM = new Framing(false, false, Resampling.LANCZOS);

        /** For class pictures, which are never mirrored. */
        Framing upright() {
            return new Framing(centre, false, filter);
        }
    }

    /** Shorter side to {@code size}, then a square. */
    static Crop of(Photo photo, int size, Framing framing, SeededDraws draws) {
        return of(photo, size, size, framing, draws);
    }

    /** The same, up to a quarter nearer. */
    static Crop nearer(Photo photo, int size, Framing framing, SeededDraws draws) {
        return of(photo, size, size + draws.nextInt(size / 4 + 1), framing, draws);
    }

    /** The square in the middle; {@code mirrored}: left and right exchanged before. */
    public static Crop middle(Photo photo, int size, boolean mirrored, Resampling filter) {
        Photo resized = photo.resizedToShorter(size, filter);
        return cut(photo, mirrored ? resized.mirrored() : resized, middle(resized.height() - size),
                middle(resized.width() - size), size);
    }

    private static Crop of(Photo photo, int size, int shorter, Framing framing, SeededDraws draws) {
        Photo resized = photo.resizedToShorter(shorter, framing.filter());
        if (framing.flip() && draws.nextInt(2) == 1) {
            resized = resized.mirrored();
        }
        int top = framing.centre() ? middle(resized.height() - size) : draws.nextInt(resized.height() - size + 1);
        int left = framing.centre() ? middle(resized.width() - size) : draws.nextInt(resized.width() - size + 1);
        return cut(photo, resized, top, left, size);
    }

    private static Crop cut(Photo photo, Photo resized, int top, int left, int size) {
        return new Crop(resized.cropped(left, top, size),
                new double[] {photo.height(), photo.width(), top, left, size, size});
    }

    /** Half of what is left over, halves to even as Python rounds. */
    private static int middle(int rest) {
        return (int) Math.rint(rest / 2.0);
    }
}
