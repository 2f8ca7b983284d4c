package dev.storyloom.diffusion.nn;

import ai.djl.ndarray.NDArray;
import dev.storyloom.diffusion.tensor.GradMode;
import dev.storyloom.diffusion.tensor.Ops;

/**
 * One LoRA's share in a layer, W + s · BA (Hu et al. 2021).
 *
 * @param down      A (rank, in), or (rank, in, k, k) beside a convolution
 * @param up        B (out, rank), or (out, rank, 1, 1)
 * @param magnitude (out): the lengths that the rows of the sum are given (DoRA, Liu et al. 2024); null for a plain LoRA
 */
public record LowRank(NDArray down, NDArray up, double scale, NDArray magnitude) {

    public LowRank(NDArray down, NDArray up, double scale) {
        this(down, up, scale, null);
    }

    /** s · BA, in the shape of {@code weight}. */
    NDArray delta(NDArray weight) {
        long rank = down.getShape().get(0);
        return up.reshape(-1, rank).matMul(down.reshape(rank, -1)).mul(scale).reshape(weight.getShape());
    }

    NDArray scaled(NDArray share) {
        return scale == 1 ? share : share.mul(scale);
    }

    /** m / n, where n are the lengths of the rows of W + s · BA; no gradient flows through them. */
    NDArray stretch(NDArray weight) {
        NDArray lengths;
        try (var off = GradMode.off()) {
            lengths = Ops.rowNorms(weight, up, down, scale);
        }
        return magnitude.div(lengths);
    }
}
