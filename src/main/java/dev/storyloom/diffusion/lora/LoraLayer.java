package dev.storyloom.diffusion.lora;

/**
 * The low-rank change of one linear layer: W + scale * up * down.
 *
 * @param part   {@code unet}, {@code text_encoder} or {@code text_encoder_2}
 * @param module path of the layer in the part, as the model's own weights name it
 * @param down   (rank, in), row-major
 * @param up     (out, rank), row-major
 */
public record LoraLayer(String part, String module, int rank, int in, int out, float[] down, float[] up,
        double alpha) {

    /** alpha / rank: what a scale of 1 means. */
    public double scale() {
        return alpha / rank;
    }
}
