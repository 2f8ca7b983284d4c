package dev.storyloom.diffusion.nn;

import static org.assertj.core.api.Assertions.assertThat;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.Shape;
import dev.storyloom.diffusion.tensor.Autograd;
import dev.storyloom.diffusion.tensor.GradMode;
import dev.storyloom.diffusion.tensor.Ops;
import dev.storyloom.diffusion.tensor.Scope;
import dev.storyloom.diffusion.tensor.Torch;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;

class TimestepEmbeddingTest {
    private static final int WIDTH = 64;

    @Test
    void sinusoidsOutliveTheirArrayWhereABackwardPassNeedsThem() {
        double[] timesteps = {1, 250, 500, 999};
        try (NDManager owner = Torch.newOwner("test");
                var on = GradMode.on()) {
            NDArray weight = Autograd.leaf(owner.ones(new Shape(8, WIDTH)));
            NDArray loss;
            try (var scope = Scope.open()) {
                NDArray embedded = Ops.linear(TimestepEmbedding.sinusoids(owner, timesteps, WIDTH), weight, null);
                loss = scope.keep(embedded.sum());
            }
            List<ByteBuffer> squatters = takeFreedMemory(timesteps.length * WIDTH * Float.BYTES);
            Autograd.backward(loss);
            float[] gradient = Autograd.grad(weight).toFloatArray();
            assertThat(squatters).isNotEmpty();
            float[] sums = TimestepEmbedding.sinusoids(owner, timesteps, WIDTH).sum(new int[] {0}).toFloatArray();
            assertThat(Arrays.copyOf(gradient, WIDTH)).isEqualTo(sums);
        }
    }

    /** Lets the collector free what is unreachable and fills memory of that size with NaN. */
    private static List<ByteBuffer> takeFreedMemory(int bytes) {
        List<ByteBuffer> buffers = new ArrayList<>();
        for (int round = 0; round < 4; round++) {
            System.gc();
            for (int i = 0; i < 200; i++) {
                ByteBuffer buffer = ByteBuffer.allocateDirect(bytes);
                while (buffer.hasRemaining()) {
                    buffer.put((byte) -1);
                }
                buffers.add(buffer);
            }
        }
        return buffers;
    }
}
