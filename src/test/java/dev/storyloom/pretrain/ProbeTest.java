package dev.storyloom.pretrain;

import static org.assertj.core.api.Assertions.assertThat;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.Shape;
import dev.storyloom.diffusion.nn.Weights;
import dev.storyloom.diffusion.tensor.Autograd;
import dev.storyloom.diffusion.tensor.GradMode;
import dev.storyloom.diffusion.tensor.Scope;
import dev.storyloom.diffusion.tensor.Torch;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ProbeTest {
    @Test
    void everyHeadScoresItsClasses() {
        try (NDManager owner = Torch.newOwner("test");
                var scope = Scope.open()) {
            var probe = new Probe(Weights.root(new FreshWeights(owner, 1)));
            Map<Head, NDArray> scores = probe.forward(owner.zeros(new Shape(2, 3, 128, 128)));
            for (Head head : Head.values()) {
                assertThat(scores.get(head).getShape()).isEqualTo(new Shape(2, head.classes()));
            }
        }
    }

    @Test
    void itLearnsToTellDarkFromBrightAndItsFileJudgesTheSame(@TempDir Path folder) {
        Path file = folder.resolve("probe.safetensors");
        try (var trainee = new Trainee(0.5)) {
            var fresh = trainee.fresh(2);
            var probe = new Probe(Weights.root(fresh));
            trainee.add("", fresh);
            for (int update = 0; update < 12; update++) {
                try (var scope = Scope.open();
                        var on = GradMode.on()) {
                    NDArray time = probe.forward(darkAndBright(trainee.owner())).get(Head.TIME).logSoftmax(1);
                    Autograd.backward(time.get("0, 0").add(time.get("1, 2")).mul(-1f));
                }
                trainee.update(3e-3);
            }
            trainee.export("", file);
        }
        try (var judge = Judge.load(file);
                NDManager owner = Torch.newOwner("test");
                var scope = Scope.open()) {
            NDArray images = darkAndBright(owner);
            float[] dark = judge.scores(images.get("0:1")).get(Head.TIME);
            float[] bright = judge.scores(images.get("1:2")).get(Head.TIME);
            assertThat(dark[0]).isGreaterThan(dark[2]);
            assertThat(bright[2]).isGreaterThan(bright[0]);
        }
    }

    private static NDArray darkAndBright(NDManager owner) {
        float[] pixels = new float[2 * 3 * 128 * 128];
        for (int i = 0; i < pixels.length; i++) {
            boolean dark = i < pixels.length / 2;
            pixels[i] = (dark ? -0.6f : 0.6f) + 0.2f * (float) Math.sin(i * 0.7);
        }
        return owner.create(pixels, new Shape(2, 3, 128, 128));
    }
}
