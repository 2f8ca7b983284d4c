package dev.storyloom.diffusion.pipeline;

import static org.assertj.core.api.Assertions.assertThat;

import dev.storyloom.diffusion.tensor.Torch;
import java.awt.image.BufferedImage;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;

class GlimpsesTest {
    private static final Path MINI = Path.of("src/main/resources/models/storyloom-mini");
    private static final int STEPS = 10;

    @Test
    void glimpsesComeNearerToThePictureAndCostNextToNothing() {
        try (var model = StableDiffusionXl.load(MINI)) {
            var preview = LatentPreview.of(model);
            int arrays = Torch.liveArrays();
            LatentPreview.of(model);
            assertThat(Torch.liveArrays()).isEqualTo(arrays);
            var request = ImageRequest.of("a fox on the beach by day").withSteps(STEPS).withSeed(4);
            var glimpses = new Glimpses(model, preview, request);
            var seen = new ArrayList<BufferedImage>();
            long[] nanos = {0};
            long start = System.nanoTime();
            var picture = model.paint(request, new StepListener() {
                @Override
                public void latents(int step, double timestep, float[] latents) {
                    long before = System.nanoTime();
                    glimpses.after(step, latents);
                    nanos[0] += System.nanoTime() - before;
                    glimpses.newest().ifPresent(seen::add);
                }

                @Override
                public void step(int step, int steps) {
                    // the latents say it all
                }
            }, Cancellation.never()).image();
            double share = (double) nanos[0] / (System.nanoTime() - start);
            var distances = seen.stream().map(image -> distance(image, picture)).toList();
            System.out.printf("Glimpses: %.3f %% of the painting, levels from the picture: %s%n", 100 * share, distances);
            assertThat(seen).hasSize(STEPS - 1);
            assertThat(share).isLessThan(0.03);
            assertThat(distances.get(distances.size() - 1)).isLessThan(20);
            assertThat(distances.get(STEPS / 2)).isLessThan(distances.get(0));
        }
    }

    @Test
    void aLinearMapIsFoundFromExamples() {
        var fit = new LeastSquares(2, 1);
        for (double[] given : List.of(new double[] {1, 1}, new double[] {2, 1}, new double[] {5, 1})) {
            fit.add(given, new double[] {3 * given[0] - 2});
        }
        assertThat(fit.solve()[0][0]).isCloseTo(3, org.assertj.core.data.Offset.offset(0.01));
        assertThat(fit.solve()[0][1]).isCloseTo(-2, org.assertj.core.data.Offset.offset(0.01));
    }

    /** The mean difference of their colours' levels, place by place. */
    private static double distance(BufferedImage glimpse, BufferedImage picture) {
        int side = picture.getWidth() / glimpse.getWidth();
        double sum = 0;
        for (int y = 0; y < glimpse.getHeight(); y++) {
            for (int x = 0; x < glimpse.getWidth(); x++) {
                int[] place = picture.getRGB(x * side, y * side, side, side, null, 0, side);
                for (int shift : new int[] {0, 8, 16}) {
                    double mean = Arrays.stream(place).map(rgb -> rgb >> shift & 255).average().orElseThrow();
                    sum += Math.abs((glimpse.getRGB(x, y) >> shift & 255) - mean);
                }
            }
        }
        return sum / 3 / glimpse.getWidth() / glimpse.getHeight();
    }
}
