package dev.storyloom.diffusion.clip;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.Shape;
import dev.storyloom.diffusion.nn.LayerNorm;
import dev.storyloom.diffusion.nn.Adaptable;
import dev.storyloom.diffusion.nn.Linear;
import dev.storyloom.diffusion.nn.Weights;
import dev.storyloom.diffusion.tensor.Ops;
import dev.storyloom.diffusion.tensor.Precision;
import dev.storyloom.diffusion.tensor.Scope;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Token ids to hidden states (transformers' CLIPTextModel and CLIPTextModelWithProjection). */
public final class ClipTextEncoder {
    private final ClipConfig config;
    private Precision compute;
    private final NDArray tokenEmbedding;
    private final NDArray positionEmbedding;
    private final List<ClipLayer> layers = new ArrayList<>();
    private final LayerNorm finalLayerNorm;
    private final Linear textProjection;
    private final Map<String, Adaptable> adaptables;

    /**
     * hidden.get(i): the states (B, L, C) that layer i is given, hidden.get(layers) those after the last, without the
     * final norm; last: these after it; pooled: the row at the end of the text, (B, C), projected where the encoder has
     * a projection. All of them are FLOAT32, whatever the layers compute in.
     */
    public record Output(List<NDArray> hidden, NDArray last, NDArray pooled) {
        /** What SDXL feeds to the U-Net: the states before the last layer, or {@code clipSkip} further back. */
        public NDArray penultimate(int clipSkip) {
            return hidden.get(hidden.size() - 2 - clipSkip);
        }
    }

    public ClipTextEncoder(Weights weights, ClipConfig config) {
        this.config = config;
        this.compute = weights.compute();
        // Published files say text_model.…; newer ones of the first encoder leave the prefix away.
        Weights model = weights.has("embeddings.token_embedding.weight") ? weights : weights.at("text_model");
        this.tokenEmbedding = model.take("embeddings.token_embedding.weight", config.vocabulary(), config.width());
        this.positionEmbedding = model.take("embeddings.position_embedding.weight", config.positions(), config.width());
        for (int i = 0; i < config.layers(); i++) {
            layers.add(new ClipLayer(model.at("encoder.layers").at(i), config));
        }
        this.finalLayerNorm = new LayerNorm(model.at("final_layer_norm"), config.width(), config.eps());
        this.textProjection = config.projection() == 0
                ? null
                : new Linear(weights.at("text_projection"), config.width(), config.projection(), false);
        this.adaptables = weights.adaptables();
    }

    /** ids: one row of at most 77 token ids a text, all of one length. */
    public Output forward(NDManager owner, long[][] ids) {
        try (var scope = Scope.open()) {
            int length = ids[0].length;
            // Copied into libtorch's own memory, for the backward pass of the table: see Scope.
            NDArray tokens = owner.create(flatten(ids), new Shape(ids.length, length)).duplicate();
            NDArray positions = compute.cast(positionEmbedding);
            NDArray x = compute.cast(Ops.embedding(tokens, tokenEmbedding))
                    .add(length == config.positions() ? positions : positions.get("0:" + length));
            var hidden = new ArrayList<NDArray>();
            hidden.add(scope.keep(Precision.FLOAT32.cast(x)));
            for (ClipLayer layer : layers) {
                x = layer.forward(x);
                hidden.add(scope.keep(Precision.FLOAT32.cast(x)));
            }
            NDArray last = scope.keep(Precision.FLOAT32.cast(finalLayerNorm.forward(x)));
            NDArray pooled = pool(last, ids);
            if (textProjection != null) {
                pooled = Precision.FLOAT32.cast(textProjection.forward(compute.cast(pooled)));
            }
            return new Output(hidden, last, scope.keep(pooled));
        }
    }

    private NDArray pool(NDArray states, long[][] ids) {
        var rows = new ArrayList<NDArray>();
        for (int i = 0; i < ids.length; i++) {
            rows.add(states.get(i).get(end(ids[i])).expandDims(0));
        }
        return Ops.concat(rows, 0);
    }

    /** Where the text ends. Configs as published say eos_token_id 2, which means: the highest id. */
    private int end(long[] ids) {
        int end = 0;
        for (int i = 1; i < ids.length; i++) {
            boolean published = config.eosTokenId() == 2;
            if (published ? ids[i] > ids[end] : ids[end] != config.eosTokenId()) {
                end = i;
            }
        }
        return end;
    }

    private static long[] flatten(long[][] rows) {
        var flat = new long[rows.length * rows[0].length];
        for (int i = 0; i < rows.length; i++) {
            System.arraycopy(rows[i], 0, flat, i * rows[0].length, rows[0].length);
        }
        return flat;
    }

    /** Computes in another format from now on; whoever holds the model's lock may ask for it. */
    public void computeIn(Precision precision) {
        this.compute = precision;
    }

    public ClipConfig config() {
        return config;
    }

    public Map<String, Adaptable> adaptables() {
        return adaptables;
    }
}
