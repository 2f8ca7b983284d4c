package dev.storyloom.diffusion.pipeline;

/**
 * What SDXL is told about the picture beside its words (Podell et al. 2023, section 2.2). The base model is told the
 * target size, the refiner the aesthetic score instead.
 *
 * @param original size before cropping: small ones make for blurred pictures
 * @param crop where the cut begins: other than 0, 0 makes for cut-off subjects
 * @param aestheticScore 1 to 10; the refiner was trained with scores about 6
 */
public record MicroConditioning(Size original, Corner crop, Size target, double aestheticScore) {
    private static final double AESTHETIC = 6;
    private static final double NOT_AESTHETIC = 2.5;

    /** Pixels. */
    public record Size(int height, int width) {}

    /** Pixels. */
    public record Corner(int top, int left) {}

    /** A picture that is wanted whole. */
    public static MicroConditioning whole(int width, int height) {
        var size = new Size(height, width);
        return new MicroConditioning(size, new Corner(0, 0), size, AESTHETIC);
    }

    /** The same, for what to keep away from. */
    MicroConditioning notAesthetic() {
        return new MicroConditioning(original, crop, target, NOT_AESTHETIC);
    }

    /** The numbers that the U-Net is given, six or (with an aesthetic score) five. */
    double[] timeIds(boolean aesthetic) {
        return aesthetic
                ? new double[] {original.height, original.width, crop.top, crop.left, aestheticScore}
                : new double[] {
                    original.height, original.width, crop.top, crop.left, target.height, target.width
                };
    }
}
