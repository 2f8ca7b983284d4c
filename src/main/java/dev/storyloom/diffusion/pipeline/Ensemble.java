package dev.storyloom.diffusion.pipeline;

import ai.djl.ndarray.NDManager;
import dev.storyloom.diffusion.tensor.Torch;
import java.util.List;

/**
 * A base model that begins pictures and a refiner that goes on with the base's latents, as SDXL was published.
 *
 * @param handover share of the noise schedule after which the refiner takes over, between 0 and 1; 0.8 as a rule
 */
public record Ensemble(StableDiffusionXl base, StableDiffusionXl refiner, double handover) {

    public Ensemble {
        if (!(handover > 0 && handover < 1)) {
            throw new IllegalArgumentException("the refiner takes over between 0 and 1, not at " + handover);
        }
    }

    /** As {@link StableDiffusionXl#paint(List, StepListener, Cancellation)}; LoRAs are put on the base alone. */
    public List<ImageResult> paint(List<ImageRequest> requests, StepListener listener, Cancellation cancellation) {
        int steps = requests.get(0).steps();
        int[] begun = {0};
        float[] latents = begin(requests, (step, of) -> {
            begun[0] = step;
            listener.step(step, steps);
        }, cancellation);
        Source source = base.source(requests.get(0), latents);
        List<ImageRequest> rest = requests.stream().map(request -> end(request, source)).toList();
        return refiner.paint(rest, (step, of) -> listener.step(begun[0] + step, steps), cancellation);
    }

    private float[] begin(List<ImageRequest> requests, StepListener listener, Cancellation cancellation) {
        try (NDManager work = Torch.newOwner("ensemble", base.device())) {
            Draws draws = Draws.seeded(requests.stream().mapToLong(ImageRequest::seed).toArray(), work);
            List<ImageRequest> first = requests.stream().map(request -> request.withOptions(
                    request.options().withDenoising(request.options().denoisingStart(), handover))).toList();
            return base.latents(first, draws, listener, cancellation);
        }
    }

    private ImageRequest end(ImageRequest request, Source latents) {
        ImageOptions options = request.options();
        return request.withLoras(List.of())
                .withOptions(options.withSource(latents).withDenoising(handover, options.denoisingEnd()));
    }
}
