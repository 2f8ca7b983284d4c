package dev.storyloom.diffusion.tensor;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.Shape;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class KernelsTest {
    private NDManager owner;

    @BeforeEach
    void open() {
        Torch.setThreads(1);
        owner = Torch.newOwner("test");
    }

    @AfterEach
    void close() {
        owner.close();
    }

    @Test
    void siluIsXTimesSigmoidOfX() {
        assertThat(Ops.silu(owner.create(new float[] {1f})).getFloat(0)).isCloseTo(0.7310586f, within(1e-6f));
    }

    @Test
    void attentionOverOneKeyReturnsItsValue() {
        NDArray q = Noise.normal(owner, 1, new Shape(2, 3, 8));
        NDArray k = Noise.normal(owner, 2, new Shape(2, 1, 8));
        NDArray v = Noise.normal(owner, 3, new Shape(2, 1, 8));
        NDArray y = Ops.attention(q, k, v, 2, false);
        assertThat(y.getShape()).isEqualTo(new Shape(2, 3, 8));
        assertThat(y.sub(v).abs().max().getFloat()).isLessThan(1e-6f);
    }

    @Test
    void groupNormHasMeanZeroAndVarianceOne() {
        NDArray x = Noise.normal(owner, 4, new Shape(1, 4, 8, 8)).mul(3).add(5);
        NDArray y = Ops.groupNorm(x, 2, owner.ones(new Shape(4)), owner.zeros(new Shape(4)), 1e-5);
        assertThat(y.mean().getFloat()).isCloseTo(0f, within(1e-5f));
        assertThat(y.square().mean().getFloat()).isCloseTo(1f, within(1e-4f));
    }

    @Test
    void aGradientHasTheSameBytesFromTheFirstCallOn() {
        var fresh = new Kernels(KernelSource.METHODS);
        float[] first = quickGelusGradient(fresh);
        for (int call = 2; call < 6; call++) {
            assertThat(Arrays.equals(quickGelusGradient(fresh), first)).as("call %d", call).isTrue();
        }
    }

    private float[] quickGelusGradient(Kernels kernels) {
        try (var scope = Scope.open()) {
            NDArray x = Noise.normal(owner, 6, new Shape(64, 16));
            Autograd.requireGrad(x);
            try (var on = GradMode.on()) {
                Autograd.backward(kernels.run("quick_gelu", x).square().sum());
            }
            return Autograd.grad(x).toFloatArray();
        }
    }

    @Test
    void everyOtherKernelRuns() {
        NDArray x = Noise.normal(owner, 5, new Shape(1, 4, 4, 4));
        assertThat(Ops.upsample(x, 8, 7).getShape()).isEqualTo(new Shape(1, 4, 8, 7));
        assertThat(Ops.padBottomRight(x).getShape()).isEqualTo(new Shape(1, 4, 5, 5));
        assertThat(Ops.geglu(x).getShape()).isEqualTo(new Shape(1, 4, 4, 2));
        assertThat(Ops.quickGelu(x).getShape()).isEqualTo(x.getShape());
        assertThat(Ops.mse(x, x.add(2)).getFloat()).isCloseTo(4f, within(1e-5f));
        assertThat(Kernels.call("channels_last", x).getShape()).isEqualTo(x.getShape());
    }

    @Test
    void noiseIsThatOfTorchManualSeed() {
        // torch.manual_seed(42); torch.randn(3)
        assertThat(Noise.normal(owner, 42, new Shape(3)).toFloatArray())
                .containsExactly(0.33669037f, 0.12880941f, 0.23446237f);
    }

    @Test
    void gradientsFlowThroughKernels() {
        NDArray w = owner.create(new float[] {2f});
        Autograd.requireGrad(w);
        try (var on = GradMode.on();
                var scope = Scope.open()) {
            Autograd.backward(Ops.mse(w.mul(3), owner.create(new float[] {0f})));
            assertThat(Autograd.grad(w).getFloat(0)).isCloseTo(36f, within(1e-4f));
        }
    }

    @Test
    void adamwFirstStepMovesByTheLearningRate() {
        NDArray p = owner.create(new float[] {1f});
        NDArray g = owner.create(new float[] {0.5f});
        NDArray m = owner.zeros(new Shape(1));
        NDArray v = owner.zeros(new Shape(1));
        Autograd.adamw(List.of(p), List.of(g), List.of(m), List.of(v), Autograd.AdamStep.of(0.1, 0, 1), 1);
        assertThat(p.getFloat(0)).isCloseTo(0.9f, within(1e-6f));
        assertThat(Autograd.norm(List.of(g, g))).isCloseTo(Math.sqrt(0.5), within(1e-6));
    }

    @Test
    void aScopeFreesAllButWhatIsKept() {
        int before = Torch.liveArrays();
        NDArray x = owner.ones(new Shape(4));
        NDArray kept;
        try (var scope = Scope.open()) {
            NDArray inner;
            try (var nested = Scope.open()) {
                inner = nested.keep(Ops.silu(x.mul(2)).add(1));
            }
            kept = scope.keep(inner.mul(3));
        }
        assertThat(Torch.liveArrays()).isEqualTo(before + 2);
        assertThat(kept.getShape()).isEqualTo(new Shape(4));
    }
}
