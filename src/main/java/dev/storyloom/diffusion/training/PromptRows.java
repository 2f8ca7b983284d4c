package dev.storyloom.diffusion.training;

import java.util.List;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.Shape;
import dev.storyloom.diffusion.pipeline.TextEncoders;
import dev.storyloom.diffusion.tensor.GradMode;
import dev.storyloom.diffusion.tensor.Ops;

/**
 * The prompts' embeddings, a row for each picture of a batch: the character's rows, then the class's, as the pictures
 * lie. (The reference interleaves them, which is right for one picture only.)
 */
record PromptRows(NDArray context, NDArray pooled) {

    /** As they were before training. */
    static PromptRows stored(NDManager owner, Preparation.Prepared prepared, TrainingOptions options) {
        EncodedPhotos character = prepared.character();
        EncodedPhotos others = prepared.others();
        NDArray context = rows(context(owner, character), others == null ? null : context(owner, others), options);
        NDArray pooled = rows(pooled(owner, character), others == null ? null : pooled(owner, others), options);
        return new PromptRows(context, pooled);
    }

    /** The class's rows alone, as they were before training. */
    static PromptRows ofOthers(NDManager owner, Preparation.Prepared prepared, TrainingOptions options) {
        EncodedPhotos others = prepared.others();
        return new PromptRows(rows(context(owner, others), null, options), rows(pooled(owner, others), null, options));
    }

    /** As the text encoders in training have them now, with a way back for the gradient. */
    static PromptRows encoded(TextEncoders text, NDManager owner, TrainingOptions options) {
        List<String> prompts = options.preservesPrior() ? List.of(options.instancePrompt(), options.classPrompt())
                : List.of(options.instancePrompt());
        try (var on = GradMode.on()) {
            TextEncoders.Embeddings both = text.encode(owner, prompts, prompts);
            return new PromptRows(rows(both.context(), options), rows(both.pooled(), options));
        }
    }

    private static NDArray rows(NDArray both, TrainingOptions options) {
        // The first prompt's row as often as there are pictures, then the second's.
        return both.repeat(0, options.batchSize());
    }

    private static NDArray rows(NDArray one, NDArray other, TrainingOptions options) {
        NDArray all = one.repeat(0, options.batchSize());
        return other == null ? all : Ops.concat(List.of(all, other.repeat(0, options.batchSize())), 0);
    }

    private static NDArray context(NDManager owner, EncodedPhotos photos) {
        return owner.create(photos.context(), new Shape(photos.contextShape()));
    }

    private static NDArray pooled(NDManager owner, EncodedPhotos photos) {
        return owner.create(photos.pooled(), new Shape(1, photos.pooled().length));
    }
}
