package dev.storyloom.diffusion.pipeline;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

import ai.djl.ndarray.NDManager;
import dev.storyloom.diffusion.Goldens;
import dev.storyloom.diffusion.scheduler.Sampling;
import dev.storyloom.diffusion.scheduler.Sampling.Method;
import dev.storyloom.diffusion.scheduler.TimestepSpacing;
import dev.storyloom.diffusion.tensor.Torch;

/** What the options do together; that each equals diffusers' is compared by ReferenceCheckTest. */
class ImageOptionsTest {

    private static final ImageRequest FOX = ImageRequest.of("a fox in the snow").withSize(64, 64).withSteps(4).withSeed(7);
    private static final ImageOptions PLAIN = ImageOptions.DEFAULT;

    private static final NDManager OWNER = Torch.newOwner("test");

    private static StableDiffusionXl model;

    @BeforeAll
    static void load() {
        Torch.setThreads(1);
        model = StableDiffusionXl.load(Goldens.tinySdxl());
    }

    @AfterAll
    static void close() {
        model.close();
        OWNER.close();
    }

    private static float[] latents(ImageRequest... requests) {
        long[] seeds = Arrays.stream(requests).mapToLong(ImageRequest::seed).toArray();
        return model.latents(List.of(requests), Draws.seeded(seeds, OWNER), StepListener.NONE, Cancellation.never());
    }

    private static ImageRequest with(ImageOptions options) {
        return FOX.withOptions(options);
    }

    @ParameterizedTest
    @EnumSource(names = {"EULER_ANCESTRAL", "DPMPP_2M_SDE", "DPMPP_2M_SDE_KARRAS", "DDPM", "LCM"})
    void anAlgorithmThatDrawsNoiseStillPaintsTheSameBytesFromTheSameSeed(Method method) {
        ImageRequest request = with(PLAIN.withScheduler(new Sampling(method, null, 0)));
        float[] first = latents(request);
        assertThat(latents(request)).isEqualTo(first);
        assertThat(latents(request.withSeed(8))).isNotEqualTo(first);
    }

    @Test
    void everyAlgorithmPaintsOtherLatents() {
        List<float[]> all = new ArrayList<>();
        for (Method method : Method.values()) {
            all.add(latents(with(PLAIN.withScheduler(new Sampling(method, null, 0)))));
        }
        all.add(latents(with(PLAIN.withScheduler(new Sampling(Method.DDIM, null, 1)))));
        all.add(latents(with(PLAIN.withScheduler(new Sampling(null, TimestepSpacing.TRAILING, 0)))));
        assertThat(all.stream().map(Arrays::hashCode).distinct()).hasSize(all.size());
        assertThat(latents(with(PLAIN.withScheduler(new Sampling(null, null, 0))))).isEqualTo(latents(FOX));
    }

    @Test
    void picturesPaintedTogetherAreThoseThatTheirRequestsGiveAlone() {
        ImageRequest other = FOX.withPrompt("a dog").withNegative("blurry").withSeed(-3);
        float[] together = latents(FOX, other);
        assertThat(Arrays.copyOf(together, 256)).containsExactly(latents(FOX), within(1e-3f));
        assertThat(Arrays.copyOfRange(together, 256, 512)).containsExactly(latents(other), within(1e-3f));
    }

    @Test
    void picturesThatDifferInMoreThanWordsAndSeedsAreNotPaintedTogether() {
        assertThatThrownBy(() -> latents(FOX, FOX.withSteps(5))).isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("words and seeds");
    }

    @Test
    void aSourceOfOtherSizeOrWithTooFewStepsIsRefused() {
        var grey = new float[3 * 64 * 64];
        ImageOptions weak = PLAIN.withSource(Source.picture(grey, 64, 64, 0.2));
        assertThatThrownBy(() -> latents(with(weak))).hasMessageContaining("none of the 4 steps");
        assertThatThrownBy(() -> latents(with(weak).withSize(72, 64))).hasMessageContaining("64 by 64");
        assertThatThrownBy(() -> Source.picture(grey, 64, 64, 0)).hasMessageContaining("strength");
        assertThat(latents(with(PLAIN.withSource(Source.picture(grey, 64, 64, 0.5))))).hasSize(256);
    }

    @Test
    void whatTheModelCannotSkipIsSaid() {
        assertThatThrownBy(() -> latents(with(PLAIN.withClipSkip(9)))).hasMessageContaining("at most 2");
        assertThat(latents(with(PLAIN.withClipSkip(2)))).isNotEqualTo(latents(FOX));
    }

    @Test
    void theRefinerGoesOnWhereTheBaseStopped() {
        try (var refiner = StableDiffusionXl.refiner(Goldens.path("tiny-refiner"), LoadOptions.DEFAULT, model)) {
            List<Integer> steps = new ArrayList<>();
            List<ImageResult> results = new Ensemble(model, refiner, 0.5)
                    .paint(List.of(FOX, FOX.withSeed(8)), (step, of) -> steps.add(step), Cancellation.never());
            assertThat(results).extracting(ImageResult::seed).containsExactly(7L, 8L);
            assertThat(steps).containsExactly(1, 2, 3, 4);
        }
        // The base goes on living without its refiner.
        assertThat(latents(FOX)).hasSize(256);
    }

    @Test
    void tilesOnlyMatterForPicturesLargerThanATile() {
        ImageOptions tiled = PLAIN.withTiledVae(true);
        assertThat(picture(FOX.withOptions(tiled))).isEqualTo(picture(FOX));
        assertThat(picture(FOX.withSize(104, 72).withOptions(tiled))).hasSize(104 * 72)
                .isNotEqualTo(picture(FOX.withSize(104, 72)));
    }

    private static int[] picture(ImageRequest request) {
        var image = model.paint(request, StepListener.NONE, Cancellation.never()).image();
        return image.getRGB(0, 0, image.getWidth(), image.getHeight(), null, 0, image.getWidth());
    }
}
