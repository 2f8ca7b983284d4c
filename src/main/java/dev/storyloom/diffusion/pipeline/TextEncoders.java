package dev.storyloom.diffusion.pipeline;

import ai.djl.Device;
import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import dev.storyloom.diffusion.clip.ClipConfig;
import dev.storyloom.diffusion.clip.ClipTextEncoder;
import dev.storyloom.diffusion.nn.Adaptable;
import dev.storyloom.diffusion.nn.StoredWeights;
import dev.storyloom.diffusion.nn.Weights;
import dev.storyloom.diffusion.tensor.Ops;
import dev.storyloom.diffusion.tensor.Precision;
import dev.storyloom.diffusion.tensor.Scope;
import dev.storyloom.diffusion.tensor.Torch;
import dev.storyloom.diffusion.tokenizer.ClipTokenizer;
import dev.storyloom.diffusion.weights.ModelFolder;
import java.util.List;
import java.util.Map;

/** Both tokenizers and text encoders of SDXL, or the second ones alone for its refiner: words become the U-Net's context. */
public final class TextEncoders implements AutoCloseable {
    private final NearestWords nearest;
    private final ClipTokenizer tokenizer;
    private final ClipTokenizer tokenizer2;
    private final ClipTextEncoder encoder;
    private final ClipTextEncoder encoder2;
    private final Device device;
    private final boolean borrowed;

    /** context (B, 77, C1 + C2): both penultimate states side by side; pooled (B, P): the second encoder's. */
    public record Embeddings(NDArray context, NDArray pooled) {}

    private TextEncoders(
            NearestWords nearest, ClipTokenizer tokenizer, ClipTokenizer tokenizer2, ClipTextEncoder encoder,
            ClipTextEncoder encoder2, Device device, boolean borrowed) {
        this.nearest = nearest;
        this.tokenizer = tokenizer;
        this.tokenizer2 = tokenizer2;
        this.encoder = encoder;
        this.encoder2 = encoder2;
        this.device = device;
        this.borrowed = borrowed;
    }

    static TextEncoders load(ModelFolder folder, NDManager owner, LoadOptions options) {
        boolean both = bothNamed(folder);
        return new TextEncoders(
                NearestWords.in(folder.path()),
                both ? ClipTokenizer.load(folder.part("tokenizer")) : null,
                ClipTokenizer.load(folder.part("tokenizer_2")),
                both ? encoder(folder, "text_encoder", owner, options) : null,
                encoder(folder, "text_encoder_2", owner, options),
                owner.getDevice(),
                false);
    }

    /** Those of these that the model in {@code folder} calls for; closing them leaves these as they are. */
    TextEncoders lentTo(ModelFolder folder) {
        boolean both = bothNamed(folder);
        return new TextEncoders(
                nearest, both ? tokenizer : null, tokenizer2, both ? encoder : null, encoder2, device, true);
    }

    /** A refiner's {@code model_index.json} says [null, null] of its first encoder. */
    private static boolean bothNamed(ModelFolder folder) {
        return !folder.index().path("text_encoder").path(0).isNull();
    }

    private static ClipTextEncoder encoder(ModelFolder folder, String part, NDManager owner, LoadOptions options) {
        var stored = new StoredWeights(folder.weights(part), owner, options.format(options.compute()));
        var weights = Weights.root(stored, options.compute());
        return new ClipTextEncoder(weights, ClipConfig.from(folder.config(part)));
    }

    /** One row a prompt; {@code prompts2} are what the second encoder reads, as a rule the same. */
    public Embeddings encode(NDManager owner, List<String> prompts, List<String> prompts2) {
        return encode(owner, prompts, prompts2, 0);
    }

    /** As {@link #encode(NDManager, List, List)} without the last {@code clipSkip} layers. */
    public Embeddings encode(NDManager owner, List<String> prompts, List<String> prompts2, int clipSkip) {
        checkSkip(clipSkip);
        if (owner.getDevice().equals(device)) {
            return read(owner, prompts, prompts2, clipSkip);
        }
        try (NDManager here = Torch.newOwner("reading", device); var scope = Scope.open()) {
            Embeddings read = read(here, prompts, prompts2, clipSkip);
            return new Embeddings(scope.keep(moved(read.context(), owner)), scope.keep(moved(read.pooled(), owner)));
        }
    }

    private static NDArray moved(NDArray array, NDManager to) {
        NDArray moved = array.toDevice(to.getDevice(), true);
        moved.attach(to);
        return moved;
    }

    private Embeddings read(NDManager owner, List<String> prompts, List<String> prompts2, int clipSkip) {
        try (var scope = Scope.open()) {
            ClipTextEncoder.Output second = encoder2.forward(owner, ids(tokenizer2, prompts2));
            NDArray context = second.penultimate(clipSkip);
            if (encoder != null) {
                ClipTextEncoder.Output first = encoder.forward(owner, ids(tokenizer, prompts));
                context = Ops.concat(List.of(first.penultimate(clipSkip), context), 2);
            }
            return new Embeddings(scope.keep(context), scope.keep(second.pooled()));
        }
    }

    /** As of {@link dev.storyloom.diffusion.unet.UNet#computeIn}. */
    void computeIn(Precision precision) {
        encoder2.computeIn(precision);
        if (encoder != null) {
            encoder.computeIn(precision);
        }
    }

    private void checkSkip(int clipSkip) {
        int layers = encoder2.config().layers();
        int most = (encoder == null ? layers : Math.min(layers, encoder.config().layers())) - 1;
        if (clipSkip > most) {
            throw new IllegalArgumentException("clip skip must be at most " + most + " for this model, not " + clipSkip);
        }
    }

    /** Width of the context that comes out. */
    int contextChannels() {
        return encoder2.config().width() + (encoder == null ? 0 : encoder.config().width());
    }

    private long[][] ids(ClipTokenizer tokenizer, List<String> prompts) {
        return prompts.stream().map(nearest::readFor).map(tokenizer::encode).toArray(long[][]::new);
    }

    /** Counts by whichever of the two tokenizers needs more. */
    PromptTokenizer counter() {
        return new PromptTokenizer() {
            @Override
            public int count(String text) {
                String read = nearest.readFor(text);
                int second = tokenizer2.count(read);
                return tokenizer == null ? second : Math.max(tokenizer.count(read), second);
            }

            @Override
            public int limit() {
                return tokenizer == null ? tokenizer2.limit() : Math.min(tokenizer.limit(), tokenizer2.limit());
            }
        };
    }

    /** What a LoRA can attach to, by diffusers' part names. */
    Map<String, Map<String, Adaptable>> adaptables() {
        return encoder == null
                ? Map.of("text_encoder_2", encoder2.adaptables())
                : Map.of("text_encoder", encoder.adaptables(), "text_encoder_2", encoder2.adaptables());
    }

    @Override
    public void close() {
        if (!borrowed) {
            if (tokenizer != null) {
                tokenizer.close();
            }
            tokenizer2.close();
        }
    }
}
