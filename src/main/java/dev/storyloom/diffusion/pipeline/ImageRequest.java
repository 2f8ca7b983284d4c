package dev.storyloom.diffusion.pipeline;

import java.util.List;

/**
 * What to paint.
 *
 * @param prompt English; cut at the tokenizer's limit
 * @param style appended to the prompt for the second text encoder only; empty for none
 * @param negative what to keep away from; empty for zero embeddings, as SDXL was trained
 * @param width pixels, or 0 for the model's own size; likewise height; divisible by the VAE's reduction (8)
 * @param steps denoising steps, 1 to 1000
 * @param guidanceScale classifier-free guidance (Ho and Salimans 2022); 1 or less switches it off
 * @param seed the same seed gives the same bytes on the same machine
 * @param options what is seldom asked for
 */
public record ImageRequest(
        String prompt,
        String style,
        String negative,
        int width,
        int height,
        int steps,
        double guidanceScale,
        long seed,
        List<LoraUse> loras,
        ImageOptions options) {

    public ImageRequest {
        loras = List.copyOf(loras);
        if (steps < 1 || steps > 1000) {
            throw new IllegalArgumentException("steps must be 1 to 1000, not " + steps);
        }
        if (width < 0 || height < 0) {
            throw new IllegalArgumentException("a picture can't be " + width + " by " + height + " pixels");
        }
    }

    public ImageRequest(
            String prompt,
            String style,
            String negative,
            int width,
            int height,
            int steps,
            double guidanceScale,
            long seed,
            List<LoraUse> loras) {
        this(prompt, style, negative, width, height, steps, guidanceScale, seed, loras, ImageOptions.DEFAULT);
    }

    /** The model's own size, 25 steps, guidance 5, seed 0. */
    public static ImageRequest of(String prompt) {
        return new ImageRequest(prompt, "", "", 0, 0, 25, 5, 0, List.of());
    }

    public ImageRequest withStyle(String style) {
        return new ImageRequest(prompt, style, negative, width, height, steps, guidanceScale, seed, loras, options);
    }

    public ImageRequest withNegative(String negative) {
        return new ImageRequest(prompt, style, negative, width, height, steps, guidanceScale, seed, loras, options);
    }

    public ImageRequest withSize(int width, int height) {
        return new ImageRequest(prompt, style, negative, width, height, steps, guidanceScale, seed, loras, options);
    }

    public ImageRequest withSteps(int steps) {
        return new ImageRequest(prompt, style, negative, width, height, steps, guidanceScale, seed, loras, options);
    }

    public ImageRequest withGuidanceScale(double guidanceScale) {
        return new ImageRequest(prompt, style, negative, width, height, steps, guidanceScale, seed, loras, options);
    }

    public ImageRequest withSeed(long seed) {
        return new ImageRequest(prompt, style, negative, width, height, steps, guidanceScale, seed, loras, options);
    }

    public ImageRequest withLoras(List<LoraUse> loras) {
        return new ImageRequest(prompt, style, negative, width, height, steps, guidanceScale, seed, loras, options);
    }

    public ImageRequest withPrompt(String prompt) {
        return new ImageRequest(prompt, style, negative, width, height, steps, guidanceScale, seed, loras, options);
    }

    public ImageRequest withOptions(ImageOptions options) {
        return new ImageRequest(prompt, style, negative, width, height, steps, guidanceScale, seed, loras, options);
    }
}
