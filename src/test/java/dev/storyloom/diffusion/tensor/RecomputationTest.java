package dev.storyloom.diffusion.tensor;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.Shape;
import dev.storyloom.diffusion.Goldens;
import dev.storyloom.diffusion.nn.Adaptable;
import dev.storyloom.diffusion.nn.LowRank;
import dev.storyloom.diffusion.nn.StoredWeights;
import dev.storyloom.diffusion.nn.Weights;
import dev.storyloom.diffusion.unet.UNet;
import dev.storyloom.diffusion.unet.UNetConfig;
import dev.storyloom.diffusion.weights.ModelFolder;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class RecomputationTest {
    private NDManager owner;
    private UNet unet;
    private NDArray latents;
    private NDArray context;
    private UNet.Conditioning conditioning;
    private final List<NDArray> parameters = new ArrayList<>();

    @BeforeEach
    void open() {
        Torch.setThreads(1);
        owner = Torch.newOwner("test");
        var folder = ModelFolder.open(Goldens.tinySdxl());
        var config = UNetConfig.from(folder.config("unet"));
        try (var off = GradMode.off()) {
            unet = new UNet(Weights.root(new StoredWeights(folder.weights("unet"), owner)), config);
            latents = Noise.normal(owner, 1, new Shape(2, 4, 16, 12));
            context = Noise.normal(owner, 2, new Shape(2, 7, config.contextChannels()));
            long pooled = config.additionChannels() - 6L * config.additionTimeChannels();
            double[] ids = {64, 48, 0, 0, 64, 48};
            conditioning = new UNet.Conditioning(
                    context, Noise.normal(owner, 3, new Shape(2, pooled)), new double[][] {ids, ids});
            attachLora();
        }
        Autograd.requireGrad(context);
    }

    private void attachLora() {
        long seed = 10;
        for (Map.Entry<String, Adaptable> entry : unet.adaptables().entrySet()) {
            if (entry.getKey().matches(".*attn\\d\\.to_(q|v)")) {
                Adaptable linear = entry.getValue();
                NDArray down = Noise.normal(owner, seed++, new Shape(2, linear.in()));
                NDArray up = Noise.normal(owner, seed++, new Shape(linear.out(), 2)).muli(0.1);
                linear.setBranches(List.of(new LowRank(down, up, 1)));
                parameters.addAll(List.of(down, up));
            }
        }
        parameters.forEach(Autograd::requireGrad);
    }

    @AfterEach
    void close() {
        owner.close();
    }

    @Test
    void gradientsEqualThoseOfAPlainBackwardPass() {
        double loss = plain();
        float[] expected = gradients();
        float[] byContext = Autograd.grad(context).toFloatArray();
        parameters.forEach(Autograd::zeroGrad);

        try (var scope = Scope.open(); var recomputation = new Recomputation()) {
            assertThat(checkpointed(recomputation)).isCloseTo(loss, within(1e-7 * loss));
            assertThat(relative(recomputation.gradient(context).toFloatArray(), byContext)).isLessThan(1e-6);
        }
        assertThat(relative(gradients(), expected)).isLessThan(1e-6);
    }

    @Test
    void theForwardPassGivesTheSamePrediction() {
        try (var scope = Scope.open(); var off = GradMode.off(); var recomputation = new Recomputation()) {
            NDArray plain = unet.forward(latents, new double[] {7, 900}, conditioning);
            NDArray again = unet.forward(latents, new double[] {7, 900}, conditioning, recomputation);
            // The plain one takes packed weights, which round otherwise.
            assertThat(relative(again.toFloatArray(), plain.toFloatArray())).isLessThan(1e-5);
        }
    }

    @Test
    void nothingStaysBehind() {
        int before = 0;
        for (int i = 0; i < 3; i++) {
            // The first round also reads weights that are read when they are first used.
            before = i == 1 ? Torch.liveArrays() : before;
            try (var scope = Scope.open(); var recomputation = new Recomputation()) {
                checkpointed(recomputation);
            }
            try (var scope = Scope.open(); var recomputation = new Recomputation()) {
                unet.forward(latents, new double[] {7, 900}, conditioning, recomputation);
            }
        }
        assertThat(Torch.liveArrays()).isEqualTo(before);
    }

    private double plain() {
        try (var scope = Scope.open(); var on = GradMode.on()) {
            NDArray loss = unet.forward(latents, new double[] {7, 900}, conditioning).square().mean();
            Autograd.backward(loss);
            return loss.getFloat();
        }
    }

    private double checkpointed(Recomputation recomputation) {
        NDArray output = unet.forward(latents, new double[] {7, 900}, conditioning, recomputation);
        try (var on = GradMode.on()) {
            NDArray leaf = Autograd.leaf(output);
            NDArray loss = leaf.square().mean();
            Autograd.backward(loss);
            recomputation.backward(output, Autograd.grad(leaf));
            return loss.getFloat();
        }
    }

    private float[] gradients() {
        try (var scope = Scope.open(); var off = GradMode.off()) {
            List<NDArray> flat = parameters.stream().map(each -> Autograd.grad(each).reshape(-1)).toList();
            return Ops.concat(flat, 0).toFloatArray();
        }
    }

    private static double relative(float[] found, float[] expected) {
        double difference = 0;
        double size = 0;
        for (int i = 0; i < expected.length; i++) {
            difference += Math.pow(found[i] - expected[i], 2);
            size += Math.pow(expected[i], 2);
        }
        return Math.sqrt(difference / size);
    }
}
