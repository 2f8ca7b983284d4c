package dev.storyloom.diffusion.nn;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.data.Offset.offset;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.Shape;
import dev.storyloom.diffusion.tensor.Autograd;
import dev.storyloom.diffusion.tensor.GradMode;
import dev.storyloom.diffusion.tensor.Noise;
import dev.storyloom.diffusion.tensor.Ops;
import dev.storyloom.diffusion.tensor.Torch;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class Conv2dTest {
    private static final int IN = 5;
    private static final int OUT = 4;

    private NDManager owner;
    private Conv2d convolution;
    private NDArray x;

    @BeforeAll
    static void oneThread() {
        Torch.setThreads(1);
    }

    @BeforeEach
    void make() {
        owner = Torch.newOwner("convolution test");
        convolution = new Conv2d(Weights.root(new DrawnWeights(owner)), IN, OUT, 3, 2, 1);
        x = normal(1, 2, IN, 6, 6);
    }

    @AfterEach
    void close() {
        owner.close();
    }

    @Test
    void aBranchIsWhatTheSumOfTheWeightsWouldBe() {
        try (var off = GradMode.off()) {
            var branch = new LowRank(normal(2, 2, IN, 3, 3), normal(3, OUT, 2, 1, 1), 0.7);
            float[] before = convolution.forward(x).toFloatArray();
            NDArray delta = branch.up().reshape(OUT, 2).matMul(branch.down().reshape(2, 9 * IN)).mul(0.7);
            NDArray sum = convolution.weight().add(delta.reshape(OUT, IN, 3, 3));
            float[] wanted = Ops.conv2d(x, sum, convolution.bias(), 2, 1).toFloatArray();
            convolution.setBranches(List.of(branch));
            // fp32 sums in another order.
            assertThat(convolution.forward(x).toFloatArray()).containsExactly(wanted, offset(1e-4f));
            convolution.merge(owner);
            assertThat(convolution.forward(x).toFloatArray()).containsExactly(wanted, offset(1e-4f));
            convolution.unmerge();
            assertThat(convolution.forward(x).toFloatArray()).containsExactly(before);
        }
    }

    @Test
    void theGradientOfABranchIsTheSlopeOfItsLoss() {
        NDArray down = Autograd.leaf(normal(2, 2, IN, 3, 3));
        NDArray up = Autograd.leaf(normal(3, OUT, 2, 1, 1));
        try (var on = GradMode.on()) {
            convolution.setBranches(List.of(new LowRank(down, up, 1)));
            Autograd.backward(convolution.forward(x).square().mean());
        }
        float slope = Autograd.grad(down).toFloatArray()[7];
        try (var off = GradMode.off()) {
            double step = 1e-2;
            double rise = loss(nudged(down, 7, step), up) - loss(nudged(down, 7, -step), up);
            // A central difference of a polynomial of second degree is exact but for fp32.
            assertThat((double) slope).isCloseTo(rise / (2 * step), offset(1e-2 * Math.abs(slope)));
        }
    }

    private double loss(NDArray down, NDArray up) {
        convolution.setBranches(List.of(new LowRank(down, up, 1)));
        return convolution.forward(x).square().mean().getFloat();
    }

    private NDArray nudged(NDArray values, int index, double by) {
        float[] numbers = values.toFloatArray();
        numbers[index] += (float) by;
        return owner.create(numbers, values.getShape());
    }

    private NDArray normal(long seed, long... shape) {
        return Noise.normal(owner, seed, new Shape(shape));
    }
}
