package dev.storyloom.diffusion.pipeline;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import com.fasterxml.jackson.databind.JsonNode;
import dev.storyloom.diffusion.tensor.Ops;
import dev.storyloom.diffusion.unet.UNet;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;

/** Turns words and sizes into what the U-Net is told. */
final class Conditioner {
    private final TextEncoders text;
    private final boolean zerosForEmpty;
    private final boolean aesthetic;

    /** {@code index}: the model's {@code model_index.json}, which says whether it is a refiner. */
    Conditioner(TextEncoders text, JsonNode index) {
        this.text = text;
        this.zerosForEmpty = index.path("force_zeros_for_empty_prompt").asBoolean(true);
        this.aesthetic = index.path("requires_aesthetics_score").asBoolean(false);
    }

    /** Rows [negatives, positives], or the positive ones alone where nothing is guided. */
    UNet.Conditioning of(Batch batch, MicroConditioning whole, NDManager work) {
        ImageOptions options = batch.options();
        MicroConditioning micro = options.conditioning() == null ? whole : options.conditioning();
        var positive = encode(work, batch, ImageRequest::prompt, Conditioner::second, options.clipSkip());
        if (!batch.guided()) {
            return new UNet.Conditioning(positive.context(), positive.pooled(), rows(batch, null, micro));
        }
        var negative = negative(work, batch, positive);
        MicroConditioning away =
                options.negativeConditioning() == null ? micro.notAesthetic() : options.negativeConditioning();
        return new UNet.Conditioning(
                Ops.concat(List.of(negative.context(), positive.context()), 0),
                Ops.concat(List.of(negative.pooled(), positive.pooled()), 0),
                rows(batch, away, micro));
    }

    /** What the second encoder reads: the style stands there alone, where it weighs most on the look. */
    private static String second(ImageRequest request) {
        String prompt = request.options().prompt2().isBlank() ? request.prompt() : request.options().prompt2();
        return request.style().isBlank() ? prompt : prompt + ", " + request.style();
    }

    private static String secondNegative(ImageRequest request) {
        String negative2 = request.options().negative2();
        return negative2.isBlank() ? request.negative() : negative2;
    }

    /** As diffusers, with no layer skipped. */
    private TextEncoders.Embeddings negative(NDManager work, Batch batch, TextEncoders.Embeddings positive) {
        List<ImageRequest> wordless = batch.requests().stream().filter(this::isZero).toList();
        if (wordless.size() == batch.size()) {
            return new TextEncoders.Embeddings(positive.context().zerosLike(), positive.pooled().zerosLike());
        }
        var words = encode(work, batch, ImageRequest::negative, Conditioner::secondNegative, 0);
        if (wordless.isEmpty()) {
            return words;
        }
        var context = new ArrayList<NDArray>();
        var pooled = new ArrayList<NDArray>();
        for (int row = 0; row < batch.size(); row++) {
            NDArray rowContext = words.context().get(row).expandDims(0);
            NDArray rowPooled = words.pooled().get(row).expandDims(0);
            boolean zero = isZero(batch.requests().get(row));
            context.add(zero ? rowContext.zerosLike() : rowContext);
            pooled.add(zero ? rowPooled.zerosLike() : rowPooled);
        }
        return new TextEncoders.Embeddings(Ops.concat(context, 0), Ops.concat(pooled, 0));
    }

    private boolean isZero(ImageRequest request) {
        return zerosForEmpty && !request.options().emptyAsWords() && request.negative().isBlank()
                && request.options().negative2().isBlank();
    }

    private TextEncoders.Embeddings encode(
            NDManager work,
            Batch batch,
            Function<ImageRequest, String> first,
            Function<ImageRequest, String> second,
            int clipSkip) {
        return text.encode(
                work,
                batch.requests().stream().map(first).toList(),
                batch.requests().stream().map(second).toList(),
                clipSkip);
    }

    private double[][] rows(Batch batch, MicroConditioning negative, MicroConditioning positive) {
        var rows = new ArrayList<double[]>();
        for (MicroConditioning part : negative == null ? List.of(positive) : List.of(negative, positive)) {
            for (int row = 0; row < batch.size(); row++) {
                rows.add(part.timeIds(aesthetic));
            }
        }
        return rows.toArray(double[][]::new);
    }
}
