package dev.storyloom.diffusion.pipeline;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import dev.storyloom.diffusion.clip.ClipConfig;
import dev.storyloom.diffusion.clip.ClipTextEncoder;
import dev.storyloom.diffusion.nn.StoredWeights;
import dev.storyloom.diffusion.nn.Weights;
import dev.storyloom.diffusion.tensor.Ops;
import dev.storyloom.diffusion.tensor.Scope;
import dev.storyloom.diffusion.tokenizer.ClipTokenizer;
import dev.storyloom.diffusion.weights.ModelFolder;
import java.util.List;

/** Both tokenizers and text encoders of SDXL: a prompt becomes the U-Net's context. */
public final class TextEncoders implements AutoCloseable {
    private final ClipTokenizer tokenizer;
    private final ClipTokenizer tokenizer2;
    private final ClipTextEncoder encoder;
    private final ClipTextEncoder encoder2;

    /** context (B, 77, C1 + C2): both penultimate states side by side; pooled (B, P): the second encoder's. */
    public record Embeddings(NDArray context, NDArray pooled) {}

    private TextEncoders(
            ClipTokenizer tokenizer, ClipTokenizer tokenizer2, ClipTextEncoder encoder, ClipTextEncoder encoder2) {
        this.tokenizer = tokenizer;
        this.tokenizer2 = tokenizer2;
        this.encoder = encoder;
        this.encoder2 = encoder2;
    }

    static TextEncoders load(ModelFolder folder, NDManager owner, LoadOptions options) {
        return new TextEncoders(
                ClipTokenizer.load(folder.part("tokenizer")),
                ClipTokenizer.load(folder.part("tokenizer_2")),
                encoder(folder, "text_encoder", owner, options),
                encoder(folder, "text_encoder_2", owner, options));
    }

    private static ClipTextEncoder encoder(ModelFolder folder, String part, NDManager owner, LoadOptions options) {
        var stored = new StoredWeights(folder.weights(part), owner, options.format(options.compute()));
        var weights = Weights.root(stored, options.compute());
        return new ClipTextEncoder(weights, ClipConfig.from(folder.config(part)));
    }

    /** One row a prompt; {@code prompts2} are what the second encoder reads, as a rule the same. */
    public Embeddings encode(NDManager owner, List<String> prompts, List<String> prompts2) {
        try (var scope = Scope.open()) {
            ClipTextEncoder.Output first = encoder.forward(owner, ids(tokenizer, prompts));
            ClipTextEncoder.Output second = encoder2.forward(owner, ids(tokenizer2, prompts2));
            NDArray context = Ops.concat(List.of(first.penultimate(0), second.penultimate(0)), 2);
            return new Embeddings(scope.keep(context), scope.keep(second.pooled()));
        }
    }

    private static long[][] ids(ClipTokenizer tokenizer, List<String> prompts) {
        return prompts.stream().map(tokenizer::encode).toArray(long[][]::new);
    }

    /** Counts by whichever of the two tokenizers needs more. */
    PromptTokenizer counter() {
        return new PromptTokenizer() {
            @Override
            public int count(String text) {
                return Math.max(tokenizer.count(text), tokenizer2.count(text));
            }

            @Override
            public int limit() {
                return Math.min(tokenizer.limit(), tokenizer2.limit());
            }
        };
    }

    ClipTextEncoder encoder() {
        return encoder;
    }

    ClipTextEncoder encoder2() {
        return encoder2;
    }

    @Override
    public void close() {
        tokenizer.close();
        tokenizer2.close();
    }
}
