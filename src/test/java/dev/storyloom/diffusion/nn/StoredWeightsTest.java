package dev.storyloom.diffusion.nn;

import static org.assertj.core.api.Assertions.assertThat;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import dev.storyloom.diffusion.tensor.Scope;
import dev.storyloom.diffusion.tensor.Torch;
import dev.storyloom.diffusion.weights.Dtype;
import dev.storyloom.diffusion.weights.SafetensorsFile;
import dev.storyloom.diffusion.weights.SafetensorsWriter;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class StoredWeightsTest {
    /** Exact in every format. */
    private static final float[] QUERY = {1, 2, 3, 4};

    private static final float[] KEY = {-1, 0.5f, 0.25f, -8};
    private static final float[] VALUE = {16, 1.5f};

    @TempDir
    Path folder;

    private NDManager owner;
    private StoredWeights weights;

    @BeforeEach
    void write() {
        Path file = folder.resolve("weights.safetensors");
        new SafetensorsWriter()
                .later("query", Dtype.F32, new long[] {2, 2}, () -> QUERY)
                .later("key", Dtype.F16, new long[] {2, 2}, () -> KEY)
                .later("value", Dtype.BF16, new long[] {1, 2}, () -> VALUE)
                .write(file);
        owner = Torch.newOwner("stored weights");
        weights = new StoredWeights(SafetensorsFile.open(file), owner);
    }

    @AfterEach
    void close() {
        owner.close();
    }

    @Test
    void weightsAreLentOneBelowTheOtherWhateverTheirFormats() {
        try (var scope = Scope.open()) {
            NDArray whole = weights.lend(List.of("query", "key", "value"), NDArray::duplicate);

            assertThat(whole.getShape().getShape()).containsExactly(5, 2);
            assertThat(whole.toFloatArray()).containsExactly(1, 2, 3, 4, -1, 0.5f, 0.25f, -8, 16, 1.5f);
        }
    }

    @Test
    void whatIsMadeOfALentWeightStaysWhenTheNextIsLent() {
        try (var scope = Scope.open()) {
            NDArray doubled = weights.lend(List.of("query"), query -> query.mul(2));
            weights.lend(List.of("key"), NDArray::duplicate);

            assertThat(doubled.toFloatArray()).containsExactly(2, 4, 6, 8);
        }
    }
}
