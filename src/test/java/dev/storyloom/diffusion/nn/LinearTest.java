package dev.storyloom.diffusion.nn;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.data.Offset.offset;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.Shape;
import dev.storyloom.diffusion.tensor.GradMode;
import dev.storyloom.diffusion.tensor.Noise;
import dev.storyloom.diffusion.tensor.Torch;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class LinearTest {
    private static final int IN = 5;
    private static final int OUT = 4;

    private NDManager owner;
    private GradMode off;
    private Linear linear;
    private NDArray x;

    @BeforeAll
    static void oneThread() {
        Torch.setThreads(1);
    }

    @BeforeEach
    void make() {
        owner = Torch.newOwner("linear test");
        off = GradMode.off();
        linear = new Linear(Weights.root(new DrawnWeights(owner)), IN, OUT, true);
        x = normal(1, 3, IN);
    }

    @AfterEach
    void close() {
        off.close();
        owner.close();
    }

    @Test
    void aDoraGivesTheRowsOfTheSumTheLengthsItHasLearnt() {
        var dora = new LowRank(normal(2, 2, IN), normal(3, OUT, 2), 0.5, normal(4, OUT).abs());
        float[] before = linear.forward(x).toFloatArray();
        NDArray bias = linear.forward(x.zerosLike());
        linear.setBranches(List.of(dora));
        NDArray sum = linear.weight().add(dora.up().matMul(dora.down()).mul(0.5));
        NDArray rows = sum.mul(dora.magnitude().div(sum.square().sum(new int[] {1}).sqrt()).reshape(OUT, 1));
        float[] wanted = x.matMul(rows.transpose()).add(bias).toFloatArray();
        // fp32 sums in another order.
        assertThat(linear.forward(x).toFloatArray()).containsExactly(wanted, offset(1e-5f));
        linear.setBranches(List.of());
        assertThat(linear.forward(x).toFloatArray()).containsExactly(before);
    }

    @Test
    void mergedBranchesGiveTheSameResultAndTheWeightComesBackToTheLastBit() {
        var plain = new LowRank(normal(2, 2, IN), normal(3, OUT, 2), 0.7);
        var dora = new LowRank(normal(5, 1, IN), normal(6, OUT, 1), 0.5, normal(4, OUT).abs());
        float[] weight = linear.weight().toFloatArray();
        linear.setBranches(List.of(plain, dora));
        float[] beside = linear.forward(x).toFloatArray();
        linear.merge(owner);
        assertThat(linear.branches()).isEmpty();
        assertThat(linear.weight().toFloatArray()).isNotEqualTo(weight);
        assertThat(linear.forward(x).toFloatArray()).containsExactly(beside, offset(1e-5f));
        linear.unmerge();
        assertThat(linear.weight().toFloatArray()).containsExactly(weight);
    }

    @Test
    void nothingCanBeMergedTwice() {
        assertThatThrownBy(() -> linear.merge(owner)).isInstanceOf(IllegalStateException.class);
    }

    private NDArray normal(long seed, long... shape) {
        return Noise.normal(owner, seed, new Shape(shape));
    }
}
