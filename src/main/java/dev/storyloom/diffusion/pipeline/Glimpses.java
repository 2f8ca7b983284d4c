package dev.storyloom.diffusion.pipeline;

import dev.storyloom.diffusion.scheduler.SamplingStep;
import java.awt.image.BufferedImage;
import java.util.List;
import java.util.Optional;

/**
 * What one painting is coming to. A sampler's latents are the picture under noise; two of them that follow each other,
 * with known shares of both, say which picture the model has in mind. Exact for samplers of one step that draw no noise,
 * near it for the others.
 */
public final class Glimpses {
    private final LatentPreview preview;
    private final List<SamplingStep> steps;
    private float[] before;
    private BufferedImage newest;

    /** For a painting of {@code request} from nothing but noise. */
    public Glimpses(StableDiffusionXl model, LatentPreview preview, ImageRequest request) {
        this.preview = preview;
        this.steps = model.scheduler().plan(request.steps()).steps();
    }

    /** To be told what {@link StepListener#latents} is told. */
    public void after(int step, float[] latents) {
        if (before != null) {
            int channels = preview.channels();
            int side = (int) Math.sqrt(latents.length / channels);
            newest = preview.picture(clean(step, latents), side, side);
        }
        before = latents;
    }

    /** A pixel for each place of the latents; nothing after the first step. */
    public Optional<BufferedImage> newest() {
        return Optional.ofNullable(newest);
    }

    private float[] clean(int step, float[] latents) {
        SamplingStep from = steps.get(step - 1);
        double signal = step < steps.size() ? steps.get(step).signal() : 1;
        double noise = step < steps.size() ? steps.get(step).noise() : 0;
        double whole = from.noise() * signal - noise * from.signal();
        var clean = new float[latents.length];
        for (int i = 0; i < clean.length; i++) {
            clean[i] = (float) ((from.noise() * latents[i] - noise * before[i]) / whole);
        }
        return clean;
    }
}
