package dev.storyloom.diffusion.unet;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import dev.storyloom.diffusion.nn.Conv2d;
import dev.storyloom.diffusion.nn.GroupNorm;
import dev.storyloom.diffusion.nn.Adaptable;
import dev.storyloom.diffusion.nn.ResnetBlock;
import dev.storyloom.diffusion.nn.SpatialTransformer;
import dev.storyloom.diffusion.nn.StoredWeights;
import dev.storyloom.diffusion.nn.TextContext;
import dev.storyloom.diffusion.nn.TimestepEmbedding;
import dev.storyloom.diffusion.nn.Weights;
import dev.storyloom.diffusion.tensor.Autograd;
import dev.storyloom.diffusion.tensor.Ops;
import dev.storyloom.diffusion.tensor.Precision;
import dev.storyloom.diffusion.tensor.Recomputation;
import dev.storyloom.diffusion.tensor.Scope;
import dev.storyloom.diffusion.tensor.Segments;
import dev.storyloom.diffusion.weights.ModelPart;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Predicts the noise (or velocity) in noisy latents, given the time, the text and SDXL's micro-conditioning. */
public final class UNet {
    private final UNetConfig config;
    private final Map<String, Adaptable> adaptables;
    private Precision compute;
    private final boolean frozen;
    private final Conv2d convIn;
    private final TimestepEmbedding timeEmbedding;
    private final TimestepEmbedding addEmbedding;
    private final List<DownBlock> downBlocks = new ArrayList<>();
    private final ResnetBlock midFirst;
    private final SpatialTransformer midAttention;
    private final ResnetBlock midLast;
    private final List<UpBlock> upBlocks = new ArrayList<>();
    private final GroupNorm convNormOut;
    private final Conv2d convOut;

    /**
     * What the prediction depends on beside the latents.
     *
     * @param text text embeddings (B, S, contextChannels)
     * @param pooled pooled text embedding (B, P)
     * @param timeIds micro-conditioning, one row of numbers an image: original height and width, crop top and left,
     *     target height and width
     */
    public record Conditioning(TextContext text, NDArray pooled, double[][] timeIds) {

        /** For one step. */
        public Conditioning(NDArray context, NDArray pooled, double[][] timeIds) {
            this(TextContext.of(context), pooled, timeIds);
        }

        public NDArray context() {
            return text.states();
        }

        /** For many steps with the same weights: what depends on the text alone is computed once. */
        public Conditioning kept() {
            return new Conditioning(TextContext.kept(context()), pooled, timeIds);
        }
    }

    public UNet(Weights weights, UNetConfig config) {
        this.config = config;
        this.compute = weights.compute();
        this.frozen = weights.isFrozen();
        int first = config.channels().get(0);
        int blocks = config.channels().size();
        int deepest = config.channels().get(blocks - 1);
        this.convIn = Conv2d.same(weights.at("conv_in"), config.inChannels(), first);
        this.timeEmbedding = new TimestepEmbedding(weights.at("time_embedding"), first, config.timeChannels());
        this.addEmbedding =
                new TimestepEmbedding(weights.at("add_embedding"), config.additionChannels(), config.timeChannels());
        for (int i = 0; i < blocks; i++) {
            downBlocks.add(new DownBlock(weights.at("down_blocks").at(i), config, i));
        }
        Weights mid = weights.at("mid_block");
        this.midFirst = midResnet(mid, 0, deepest);
        this.midAttention = new SpatialTransformer(mid.at("attentions.0"), DownBlock.shapes(config, blocks - 1));
        this.midLast = midResnet(mid, 1, deepest);
        for (int i = 0; i < blocks; i++) {
            upBlocks.add(new UpBlock(weights.at("up_blocks").at(i), config, blocks - 1 - i));
        }
        this.convNormOut = new GroupNorm(weights.at("conv_norm_out"), config.groups(), first, config.eps());
        this.convOut = Conv2d.same(weights.at("conv_out"), first, config.outChannels());
        this.adaptables = weights.adaptables();
    }

    /** A U-Net alone, as FLOAT32; {@code owner} owns its arrays. */
    public static UNet load(ModelPart part, NDManager owner) {
        return new UNet(Weights.root(new StoredWeights(part.weights(), owner)), UNetConfig.from(part.config()));
    }

    private ResnetBlock midResnet(Weights mid, int index, int channels) {
        return new ResnetBlock(
                mid.at("resnets").at(index), channels, channels, config.timeChannels(), config.groups(), config.eps());
    }

    /** latents (B, inChannels, H, W), one timestep an image → (B, outChannels, H, W), both FLOAT32. */
    public NDArray forward(NDArray latents, double[] timesteps, Conditioning conditioning) {
        try (var scope = Scope.open()) {
            NDArray embedding = Ops.silu(embed(latents.getManager(), timesteps, conditioning));
            return scope.keep(forward(latents, embedding, conditioning.text(), Segments.AT_ONCE));
        }
    }

    /**
     * The same without a graph of the insides, which {@code recomputation} makes again for its backward pass. No gradient
     * goes through the time embedding.
     */
    public NDArray forward(
            NDArray latents, double[] timesteps, Conditioning conditioning, Recomputation recomputation) {
        NDArray embedding = recomputation.constant(
                () -> Ops.silu(embed(latents.getManager(), timesteps, conditioning)));
        return forward(latents, embedding, conditioning.text(), recomputation);
    }

    private NDArray forward(NDArray latents, NDArray embedding, TextContext text, Segments segments) {
        try (var scope = Scope.open()) {
            TextContext context = text.with(segments.run(in -> compute.cast(in[0]), text.states()));
            int learning = firstLearning(latents, embedding);
            NDArray y = (learning > 0 ? segments.frozen() : segments).run(in -> start(in[0]), latents);
            var skips = new ArrayList<NDArray>();
            skips.add(y);
            for (int i = 0; i < downBlocks.size(); i++) {
                Segments its = i < learning ? segments.frozen() : segments;
                y = downBlocks.get(i).forward(y, embedding, context, skips, its);
            }
            y = segments.run(in -> middle(in[0], embedding, context.with(in[1])), y, context.states());
            var rest = new ArrayDeque<>(skips);
            for (UpBlock block : upBlocks) {
                y = block.forward(y, embedding, context, rest, segments);
            }
            return scope.keep(segments.run(in -> end(in[0]), y));
        }
    }

    /**
     * The first down block that gradients need; what comes before it is computed as if painting. The text reaches no block
     * without attention but through the embedding.
     */
    private int firstLearning(NDArray latents, NDArray embedding) {
        if (!frozen || Autograd.tracks(latents) || Autograd.tracks(embedding)) {
            return 0;
        }
        int block = 0;
        while (block < downBlocks.size() && !config.crossAttention().get(block)) {
            block++;
        }
        return block;
    }

    private NDArray start(NDArray latents) {
        try (var scope = Scope.open()) {
            return scope.keep(convIn.forward(compute.cast(latents)));
        }
    }

    private NDArray middle(NDArray x, NDArray embedding, TextContext context) {
        try (var scope = Scope.open()) {
            NDArray y = midAttention.forward(midFirst.forward(x, embedding), context);
            return scope.keep(midLast.forward(y, embedding));
        }
    }

    private NDArray end(NDArray x) {
        try (var scope = Scope.open()) {
            return scope.keep(Precision.FLOAT32.cast(convOut.forward(convNormOut.forwardSilu(x))));
        }
    }

    /** The sum of the time embedding and of the added conditioning: (B, timeChannels). */
    private NDArray embed(NDManager owner, double[] timesteps, Conditioning conditioning) {
        try (var scope = Scope.open()) {
            NDArray time = timeEmbedding.forward(
                    compute.cast(TimestepEmbedding.sinusoids(owner, timesteps, config.channels().get(0))));
            double[][] rows = conditioning.timeIds();
            var flat = new double[rows.length * rows[0].length];
            for (int i = 0; i < flat.length; i++) {
                flat[i] = rows[i / rows[0].length][i % rows[0].length];
            }
            NDArray ids = TimestepEmbedding.sinusoids(owner, flat, config.additionTimeChannels())
                    .reshape(rows.length, -1);
            NDArray added = addEmbedding.forward(compute.cast(Ops.concat(List.of(conditioning.pooled(), ids), 1)));
            return scope.keep(time.add(added));
        }
    }

    /** What the layers compute in; inputs and results are FLOAT32 all the same. */
    public Precision compute() {
        return compute;
    }

    /** Computes in another format from now on; whoever holds the model's lock may ask for it. */
    public void computeIn(Precision precision) {
        this.compute = precision;
    }

    public UNetConfig config() {
        return config;
    }

    /** Every linear layer by its path, e.g. {@code down_blocks.1.attentions.0.transformer_blocks.0.attn1.to_q}. */
    public Map<String, Adaptable> adaptables() {
        return adaptables;
    }
}
