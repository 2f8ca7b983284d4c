package dev.storyloom.diffusion.pipeline;

import java.util.List;
import java.util.function.ToLongFunction;

/**
 * How a piece of work is made to fit into memory.
 *
 * @param budget bytes that there are
 * @param needed bytes that the work is estimated to take, done this way
 * @param encodersAside the text encoders stay on the processor, where there is a graphics card
 * @param tiledVae the VAE decodes tile by tile
 * @param checkpointing a training computes the U-Net's insides again instead of keeping them
 */
public record MemoryPlan(
        long budget, long needed, boolean encodersAside, boolean tiledVae, boolean checkpointing) {

    /** Memory is no matter. */
    public static final MemoryPlan AMPLE = new MemoryPlan(Long.MAX_VALUE, 0, false, false, false);

    /** Of the budget; the rest is for what nobody counts: fragments, other programs, libtorch's own. */
    private static final double USABLE = 0.92;

    /** The first of the ways to paint a picture of {@code width} by {@code height} pixels that fits, cheapest in time first. */
    public static MemoryPlan toPaint(ModelSize size, LoadOptions options, int width, int height, long budget) {
        var estimate = new MemoryEstimate(size, options);
        boolean card = options.device().isGpu();
        return choose(budget, plan -> estimate.painting(width, height, plan), List.of(
                way(budget, false, false, false), way(budget, card, false, false), way(budget, card, true, false)));
    }

    /** Likewise to train a LoRA of {@code rank} on {@code batch} pictures of {@code side} pixels at a time. */
    public static MemoryPlan toTrain(ModelSize size, LoadOptions options, int side, int batch, int rank, long budget) {
        var estimate = new MemoryEstimate(size, options);
        boolean card = options.device().isGpu();
        return choose(budget, plan -> estimate.training(side, batch, rank, plan), List.of(
                way(budget, false, false, false), way(budget, card, false, false), way(budget, card, true, true)));
    }

    private static MemoryPlan choose(long budget, ToLongFunction<MemoryPlan> cost, List<MemoryPlan> ways) {
        MemoryPlan last = null;
        for (MemoryPlan way : ways) {
            last = new MemoryPlan(budget, cost.applyAsLong(way), way.encodersAside, way.tiledVae, way.checkpointing);
            if (last.fits()) {
                return last;
            }
        }
        return last;
    }

    private static MemoryPlan way(long budget, boolean encodersAside, boolean tiledVae, boolean checkpointing) {
        return new MemoryPlan(budget, 0, encodersAside, tiledVae, checkpointing);
    }

    public boolean fits() {
        return needed <= USABLE * budget;
    }
}
