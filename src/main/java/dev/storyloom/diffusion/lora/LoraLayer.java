package dev.storyloom.diffusion.lora;

import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.Shape;
import dev.storyloom.diffusion.nn.LowRank;
import dev.storyloom.diffusion.tensor.Scope;

/**
 * The low-rank change of one linear layer or convolution: W + scale * up * down.
 *
 * @param part      {@code unet}, {@code text_encoder} or {@code text_encoder_2}
 * @param module    path of the layer in the part, as the model's own weights name it
 * @param window    side of a convolution's window; 0 for a linear layer
 * @param down      (rank, in), or (rank, in, window, window); row-major
 * @param up        (out, rank), row-major
 * @param magnitude (out): lengths that the rows of the sum are given (DoRA, Liu et al. 2024); null for a plain LoRA
 */
public record LoraLayer(String part, String module, int rank, int in, int out, int window, float[] down,
        float[] up, double alpha, float[] magnitude) {

    /** Of a linear layer. */
    public LoraLayer(String part, String module, int rank, int in, int out, float[] down, float[] up, double alpha) {
        this(part, module, rank, in, out, 0, down, up, alpha, null);
    }

    /** Shape of {@code down} in files and beside the layer. */
    public long[] downShape() {
        return downShape(rank, in, window);
    }

    /** Shape of {@code up}. */
    public long[] upShape() {
        return upShape(rank, out, window);
    }

    /** As a linear layer ({@code window} 0) or a convolution has it. */
    public static long[] downShape(long rank, long in, long window) {
        return window == 0 ? new long[] {rank, in} : new long[] {rank, in, window, window};
    }

    /** As a linear layer ({@code window} 0) or a convolution has it. */
    public static long[] upShape(long rank, long out, long window) {
        return window == 0 ? new long[] {out, rank} : new long[] {out, rank, 1, 1};
    }

    /** alpha / rank: what a scale of 1 means. */
    public double scale() {
        return alpha / rank;
    }

    /** The same change, so many times as strong. */
    public LoraLayer times(double strength) {
        float[] stronger = up.clone();
        for (int i = 0; i < stronger.length; i++) {
            stronger[i] *= (float) strength;
        }
        return new LoraLayer(part, module, rank, in, out, window, down, stronger, alpha, magnitude);
    }

    public boolean isDora() {
        return magnitude != null;
    }

    /** For the model's layer, with arrays that {@code owner} owns; {@code strength} 1 is as trained. */
    public LowRank branch(NDManager owner, double strength) {
        return new LowRank(Scope.release(owner.create(down, new Shape(downShape()))),
                Scope.release(owner.create(up, new Shape(upShape()))), strength * scale(),
                isDora() ? Scope.release(owner.create(magnitude, new Shape(out))) : null);
    }
}
