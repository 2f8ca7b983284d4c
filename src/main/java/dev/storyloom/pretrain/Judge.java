package dev.storyloom.pretrain;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import dev.storyloom.diffusion.nn.StoredWeights;
import dev.storyloom.diffusion.nn.Weights;
import dev.storyloom.diffusion.pipeline.Picture;
import dev.storyloom.diffusion.tensor.GradMode;
import dev.storyloom.diffusion.tensor.Scope;
import dev.storyloom.diffusion.tensor.Torch;
import dev.storyloom.diffusion.weights.SafetensorsFile;
import java.awt.image.BufferedImage;
import java.nio.file.Path;
import java.util.EnumMap;
import java.util.Map;

/** A trained {@link Probe} at work. */
final class Judge implements AutoCloseable {
    private final NDManager owner;
    private final Probe probe;

    private Judge(NDManager owner, Probe probe) {
        this.owner = owner;
        this.probe = probe;
    }

    static Judge load(Path weights) {
        NDManager owner = Torch.newOwner("judge");
        return new Judge(owner, new Probe(Weights.root(new StoredWeights(SafetensorsFile.open(weights), owner))));
    }

    /** Scores of each head for a picture of 128 × 128. */
    Map<Head, float[]> scores(BufferedImage image) {
        try (var scope = Scope.open()) {
            return scores(Picture.toArray(owner, image));
        }
    }

    /** image (1, 3, 128, 128) in [-1, 1]. */
    Map<Head, float[]> scores(NDArray image) {
        try (var scope = Scope.open();
                var off = GradMode.off()) {
            Map<Head, float[]> scores = new EnumMap<>(Head.class);
            probe.forward(image).forEach((head, array) -> scores.put(head, array.toFloatArray()));
            return scores;
        }
    }

    @Override
    public void close() {
        owner.close();
    }
}
