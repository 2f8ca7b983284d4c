package dev.storyloom.diffusion.pipeline;

/**
 * What a picture starts from instead of pure noise: another picture (planes of red, green, blue in [-1, 1]), or latents
 * that a model has begun to denoise.
 *
 * @param width  pixels; likewise height
 * @param strength of image to image, 0 to 1: the share of the steps that are done, after as much noise was added; latents
 *     that go on at a denoising start get no noise
 */
public record Source(float[] picture, float[] latents, int width, int height, double strength) {

    public Source {
        if (!(strength > 0 && strength <= 1)) {
            throw new IllegalArgumentException("strength must be more than 0 and at most 1, not " + strength);
        }
    }

    /** {@code planes}: 3 · height · width numbers in [-1, 1]. */
    public static Source picture(float[] planes, int width, int height, double strength) {
        return new Source(planes, null, width, height, strength);
    }

    /** Scaled latents for pictures of this size in pixels, row-major: (C, h, w) for all of a batch, or (B, C, h, w). */
    public static Source latents(float[] latents, int width, int height) {
        return new Source(null, latents, width, height, 1);
    }
}
