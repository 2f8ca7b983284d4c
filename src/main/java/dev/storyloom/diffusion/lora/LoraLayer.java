package dev.storyloom.diffusion.lora;

import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.Shape;
import dev.storyloom.diffusion.nn.Linear;
import dev.storyloom.diffusion.tensor.Scope;

/**
 * The low-rank change of one linear layer: W + scale * up * down.
 *
 * @param part      {@code unet}, {@code text_encoder} or {@code text_encoder_2}
 * @param module    path of the layer in the part, as the model's own weights name it
 * @param down      (rank, in), row-major
 * @param up        (out, rank), row-major
 * @param magnitude (out): lengths that the rows of the sum are given (DoRA, Liu et al. 2024); null for a plain LoRA
 */
public record LoraLayer(String part, String module, int rank, int in, int out, float[] down, float[] up,
        double alpha, float[] magnitude) {

    public LoraLayer(String part, String module, int rank, int in, int out, float[] down, float[] up, double alpha) {
        this(part, module, rank, in, out, down, up, alpha, null);
    }

    /** alpha / rank: what a scale of 1 means. */
    public double scale() {
        return alpha / rank;
    }

    public boolean isDora() {
        return magnitude != null;
    }

    /** For the model's layer, with arrays that {@code owner} owns; {@code strength} 1 is as trained. */
    public Linear.LowRank branch(NDManager owner, double strength) {
        return new Linear.LowRank(Scope.release(owner.create(down, new Shape(rank, in))),
                Scope.release(owner.create(up, new Shape(out, rank))), strength * scale(),
                isDora() ? Scope.release(owner.create(magnitude, new Shape(out))) : null);
    }
}
