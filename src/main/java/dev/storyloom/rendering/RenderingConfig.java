package dev.storyloom.rendering;

import dev.storyloom.diffusion.pipeline.LoraUse;
import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;

/** How pages are painted. */
@ConfigMapping(prefix = "storyloom.rendering")
public interface RenderingConfig {
    /** Denoising steps for a page. */
    @WithDefault("25")
    int steps();

    /** Denoising steps for the sketches that come first; 0 for none. */
    @WithDefault("6")
    int sketchSteps();

    /** Sketches help where they are much quicker than the pictures. */
    default boolean sketches() {
        return sketchSteps() > 0 && 3 * sketchSteps() <= steps();
    }

    /** How closely the painter keeps to the words. */
    @WithDefault("5.0")
    double guidance();

    /** How strongly a trained character's LoRA counts. */
    @WithDefault(LoraUse.CHARACTER)
    double loraScale();

    /** How strongly the LoRA of a style counts, where the model has one (decision 0016). */
    @WithDefault(LoraUse.STYLE)
    double styleScale();
}
