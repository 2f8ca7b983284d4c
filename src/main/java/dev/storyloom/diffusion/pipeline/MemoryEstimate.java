package dev.storyloom.diffusion.pipeline;

import dev.storyloom.diffusion.unet.UNetConfig;
import java.util.List;

/**
 * Bytes that a model takes at work. Weights are counted exactly; of the arrays in between, those that live at the same
 * time are counted by the shapes of the largest layers, rounded up. An estimate: good to about a quarter.
 */
final class MemoryEstimate {
    /** The JVM and libtorch's libraries, or a graphics card's context and libraries. */
    private static final long BASE = 700L << 20;
    /** Pixels of a tile's side. */
    private static final long TILE = 512;
    /** Arrays of a map's size that live at once: the block's own, and the skips that wait for the way up. */
    private static final long MAPS = 24;
    /** The same in the VAE, where a map of two widths meets its convolution's work space. */
    private static final long VAE_MAPS = 3;
    /** Numbers kept for the backward pass by one transformer block, for each token and channel. */
    private static final long BLOCK = 34;
    /** The same for a resnet, for each pixel and channel. */
    private static final long RESNET = 12;

    private final ModelSize size;
    private final long bytes;
    private final long vaeBytes;

    MemoryEstimate(ModelSize size, LoadOptions options) {
        this.size = size;
        this.bytes = options.compute().bytes();
        this.vaeBytes = options.vaeCompute(size.vae()).bytes();
    }

    /** Both guidance halves in one batch, one picture. */
    long painting(long width, long height, MemoryPlan plan) {
        long weights = size.unetWeights() * bytes + size.vaeWeights() * vaeBytes;
        long text = size.textWeights() * bytes;
        long latents = width * height / square(size.vae().reduction());
        long denoising = 2 * latents * size.unet().channels().get(0) * bytes * MAPS;
        long pixels = plan.tiledVae() ? Math.min(square(TILE), width * height) : width * height;
        long peak = Math.max(denoising, decoding(pixels));
        return BASE + weights + peak + (plan.encodersAside() ? 0 : text);
    }

    private long decoding(long pixels) {
        List<Integer> channels = size.vae().channels();
        return pixels * (channels.get(0) + channels.get(Math.min(1, channels.size() - 1))) * vaeBytes * VAE_MAPS;
    }

    /** The photos are encoded before, which takes less. */
    long training(long side, long batch, long rank, MemoryPlan plan) {
        long text = plan.encodersAside() ? 0 : size.textWeights() * bytes;
        long state = 4 * Float.BYTES * rank * loraNumbers();
        long latents = square(side / size.vae().reduction());
        long graph = batch * bytes * (plan.checkpointing() ? boundaries(latents) + largest(latents) : insides(latents));
        return BASE + size.unetWeights() * bytes + size.vaeWeights() * vaeBytes + text + state + graph;
    }

    /** Lengths of the inputs and outputs of all attention projections. */
    private long loraNumbers() {
        UNetConfig unet = size.unet();
        long sum = 0;
        for (int i = 0; i < unet.channels().size(); i++) {
            long channels = unet.channels().get(i);
            sum += blocks(i) * (14 * channels + 2L * unet.contextChannels());
        }
        return sum;
    }

    private long insides(long latents) {
        long sum = 0;
        for (int i = 0; i < size.unet().channels().size(); i++) {
            sum += area(latents, i) * size.unet().channels().get(i) * (blocks(i) * BLOCK + layers(i) * RESNET);
        }
        return sum;
    }

    /** What goes into the segments: a map, and on the way up a skip beside it. */
    private long boundaries(long latents) {
        long sum = 0;
        for (int i = 0; i < size.unet().channels().size(); i++) {
            sum += 3 * area(latents, i) * size.unet().channels().get(i) * layers(i);
        }
        return sum;
    }

    private long largest(long latents) {
        long largest = 0;
        for (int i = 0; i < size.unet().channels().size(); i++) {
            long depth = size.unet().crossAttention().get(i) ? size.unet().transformerLayers().get(i) : 0;
            // The up blocks' resnets read the skip too, and gradients lie beside what they belong to.
            long numbers = area(latents, i) * size.unet().channels().get(i) * (depth * BLOCK + 3 * RESNET);
            largest = Math.max(largest, numbers);
        }
        return largest;
    }

    private long area(long latents, int level) {
        return latents >> 2 * level;
    }

    /** Resnets at this level: down, up, and the middle's at the deepest. */
    private long layers(int level) {
        boolean deepest = level == size.unet().channels().size() - 1;
        return 2L * size.unet().layersPerBlock() + 1 + (deepest ? 2 : 0);
    }

    /** Transformer blocks at this level. */
    private long blocks(int level) {
        boolean deepest = level == size.unet().channels().size() - 1;
        long attentions = size.unet().crossAttention().get(level) ? 2L * size.unet().layersPerBlock() + 1 : 0;
        return (attentions + (deepest ? 1 : 0)) * size.unet().transformerLayers().get(level);
    }

    private static long square(long x) {
        return x * x;
    }
}
